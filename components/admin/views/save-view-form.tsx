import { MAX_VIEW_NAME } from '@/lib/signatures/views/view-name'
import { readViewText } from '@/lib/signatures/views/view-text'
import { t } from '../words'

interface Props {
  save: (form: FormData) => Promise<void>
  /** The filter as a query. */
  query: string
}

/** Saves the list's filter under a name. */
export function SaveViewForm({ save, query }: Props) {
  const { from, to } = readViewText(query)?.filter ?? {}
  return (
    <details className="save-view">
      <summary>{t('views.saveThisView')}</summary>
      <form action={save} className="row">
        <input type="hidden" name="query" value={query} />
        <label>
          {t('views.name')}{' '}
          <input name="name" required maxLength={MAX_VIEW_NAME} size={24} autoComplete="off" dir="auto" />
        </label>
        <button type="submit">{t('views.save')}</button>
        <span className="hint">
          {t('views.forYouAlone')} {(from || to) && t('views.timesStay')}
        </span>
      </form>
    </details>
  )
}
