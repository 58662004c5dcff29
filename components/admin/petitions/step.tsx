import type { ReactNode } from 'react'
import { Why } from './why'

interface Props {
  action: (form: FormData) => Promise<void>
  id: string
  /** The status that is shown: another one by then, and nothing is done. */
  status: string
  /** It takes something away from people. */
  danger?: boolean
  /** Asked for next to the button. */
  fields?: ReactNode
  /** The consequence, next to the button. */
  hint?: string | undefined
  children: ReactNode
}

/** A button that requests approval for a petition's step. */
export function Step({ action, id, status, danger = false, fields, hint, children }: Props) {
  return (
    <form action={action} className="row">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="expected" value={status} />
      {fields}
      <Why />
      <button type="submit" className={danger ? 'danger' : undefined}>
        {children}
      </button>
      {hint && <span className="hint">{hint}</span>}
    </form>
  )
}
