import { NoticeFocus } from '../notice-focus'
import { ReviewButton } from './review-button'

interface Props {
  /** What was done. */
  children: string
  undo: (form: FormData) => Promise<void>
  hidden: Record<string, string>
}

/** Says what was just decided, and takes it back. */
export function UndoNotice({ children, undo, hidden }: Props) {
  return (
    <div className="undoable">
      <NoticeFocus>
        <p className="notice" role="status" tabIndex={-1}>
          {children}
        </p>
      </NoticeFocus>
      <form action={undo}>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <ReviewButton shortcut="u">Undo</ReviewButton>
      </form>
    </div>
  )
}
