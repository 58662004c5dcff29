import { t } from '../words'
import { MAX_SEARCH } from './max-search'

/** Searches for one signer, which is logged. URLs never contain the typed text in the clear. */
export function SignatureSearch() {
  return (
    <form method="post" action="/admin/search/find" className="filters">
      <input type="hidden" name="signatures" value="on" />
      <label>
        {t('filter.exactEmailAddressExact')}
        <input name="text" required size={36} maxLength={MAX_SEARCH} spellCheck={false} autoComplete="off" dir="auto" />
      </label>
      <button type="submit">{t('filter.find')}</button>
    </form>
  )
}
