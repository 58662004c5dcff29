import { adminPage } from '@/components/admin/admin-page'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { MAX_SEARCH } from '@/components/admin/search/max-search'
import { SearchBox } from '@/components/admin/search/search-box'
import { SearchResults } from '@/components/admin/search/search-results'
import { t } from '@/components/admin/words'
import { isSearchable } from '@/lib/search/text-matches'
import { openQuery } from '@/lib/web/admin/sealed-query'

export default adminPage('overview.see', async (staff, { searchParams }) => {
  const { q, long } = await searchParams
  const now = new Date()
  const recorded = openQuery(staff, 'search', q, now)
  const text = recorded ?? openQuery(staff, 'find', q, now)
  const enough = text !== null && (recorded !== null || isSearchable(text))
  return (
    <>
      <PageHeading>{t('search.results')}</PageHeading>
      <Notice searchParams={searchParams} />
      <SearchBox id="search-again" name={t('search.results')} text={text ?? ''} />
      {long && (
        <p className="notice wrong" role="alert">
          {t('search.tooLong', { longest: MAX_SEARCH })}
        </p>
      )}
      {!q && <p className="hint">{t('search.whatIsFound')}</p>}
      {q && text === null && <p className="empty">{t('signatures.yourSearchHasExpired')}</p>}
      {text !== null && !enough && <p className="empty">{t('search.typeMore')}</p>}
      {enough && <SearchResults staff={staff} text={text} recorded={recorded !== null} />}
    </>
  )
})
