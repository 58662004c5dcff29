import { withBack } from '@/lib/web/admin/read-back'
import { type ConfirmableName, confirmPath } from './confirmables'

interface Props {
  act: ConfirmableName
  /** The key of the act's subject. */
  of: string
  /** The list that its page was opened from. */
  back?: string | undefined
  /** A sentence beside it. */
  hint?: string
  /** Verb and object. */
  children: string
}

/** Links to the page that asks before an irrevocable act, so that no act needs only one press. */
export function ConfirmLink({ act, of, back, hint, children }: Props) {
  return (
    <p className="row">
      <a className="button" href={withBack(confirmPath(act, of), back)}>
        {children}…
      </a>
      {hint && <span className="hint">{hint}</span>}
    </p>
  )
}
