import type { StepUpRequest } from '@/lib/staff/step-up/keep-request'

/** Values shown in full; of longer lists, such as a hundred selected rows, only the length. */
const MAX_SHOWN = 12

/** What the second factor is shown for, as it was sent. */
export function StepUpRequestView({ request: { verb, action, fields } }: { request: StepUpRequest }) {
  const shown = fields.filter(([, value]) => value !== '')
  return (
    <dl>
      <dt>Action</dt>
      <dd>{action || verb.replace('.', ' ')}</dd>
      {shown.slice(0, MAX_SHOWN).map(([name, value], i) => (
        // Several fields may bear one name; their order is fixed.
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
        <div key={i}>
          <dt>{name}</dt>
          <dd>{value.length > 200 ? `${value.slice(0, 200)}…` : value}</dd>
        </div>
      ))}
      {shown.length > MAX_SHOWN && <dd>and {shown.length - MAX_SHOWN} more</dd>}
    </dl>
  )
}
