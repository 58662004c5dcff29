import { SaidScript } from '../said-script'
import { t } from '../words'
import { ReviewButton } from './review-button'

interface Props {
  /** The result of the act. */
  children: string
  undo: (form: FormData) => Promise<void>
  hidden: Record<string, string>
  /** The shortcut of Undo, on pages with shortcuts. */
  shortcut?: string
}

/** Announces the last decision, with Undo. */
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
