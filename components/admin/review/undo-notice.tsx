import { SaidScript } from '../said-script'
import { t } from '../words'
import { ReviewButton } from './review-button'

interface Props {
  /** What was done. */
  children: string
  undo: (form: FormData) => Promise<void>
  hidden: Record<string, string>
  /** The key that presses Undo, on pages that have keys. */
  shortcut?: string
}

/** Says what was just decided, and takes it back. */
export function UndoNotice({ children, undo, hidden, shortcut }: Props) {
  return (
    <div className="undoable">
      <p className="notice" role="status" tabIndex={-1} data-said>
        {children}
      </p>
      <SaidScript />
      <form action={undo}>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {shortcut ? (
          <ReviewButton shortcut={shortcut}>{t('common.undo')}</ReviewButton>
        ) : (
          <button type="submit">{t('common.undo')}</button>
        )}
      </form>
    </div>
  )
}
