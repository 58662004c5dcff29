import { withBack } from '@/lib/web/admin/read-back'
import { type ConfirmableName, confirmPath } from './confirmables'

interface Props {
  act: ConfirmableName
  /** The key of what it is done to. */
  of: string
  /** The list that its page was opened from. */
  back?: string | undefined
  /** Next to it, in a sentence. */
  hint?: string
  /** Verb and object. */
  children: string
}

/** Leads to the page that asks before something irrevocable is done: nothing stands open that does it with one press. */
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
