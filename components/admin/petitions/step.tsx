import type { ReactNode } from 'react'
import { Why } from './why'

interface Props {
  action: (form: FormData) => Promise<void>
  id: string
  /** The status that is shown: another one by then, and nothing is done. */
  status: string
  /** It takes something away from people. */
  danger?: boolean
  /** Asked for beside the button. */
  fields?: ReactNode
  /** What follows from it, said beside the button. */
  hint?: string | undefined
  children: ReactNode
}

/** One button that asks a second person to move a petition on. */
export function Step({ action, id, status, danger = false, fields, hint, children }: Props) {
  return (
    <form action={action} className="row">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="seen" value={status} />
      {fields}
      <Why />
      <button type="submit" className={danger ? 'danger' : undefined}>
        {children}
      </button>
      {hint && <span className="hint">{hint}</span>}
    </form>
  )
}
