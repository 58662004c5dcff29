import { createElement, Fragment } from 'react'
import type { StepUpRequest } from '@/lib/staff/step-up/keep-request'

/** Values shown in full; of longer lists, such as a hundred selected rows, only the length. */
const MAX_SHOWN = 12

/** What the second factor is shown for, as it was sent. */
export function StepUpRequestView({ request: { verb, action, fields } }: { request: StepUpRequest }) {
  const shown = fields.filter(([, value]) => value !== '')
  // Spread: several fields may have one name, and their order never changes, so none needs a key.
  const rows = shown
    .slice(0, MAX_SHOWN)
    .map(([name, value]) =>
      createElement('div', null, <dt>{name}</dt>, <dd>{value.length > 200 ? `${value.slice(0, 200)}…` : value}</dd>),
    )
  return (
    <dl>
      <dt>Action</dt>
      <dd>{action || verb.replace('.', ' ')}</dd>
      {createElement(Fragment, null, ...rows)}
      {shown.length > MAX_SHOWN && <dd>and {shown.length - MAX_SHOWN} more</dd>}
    </dl>
  )
}
