import { adminPage } from '@/components/admin/admin-page'
import { Empty } from '@/components/admin/empty'
import { FilterFields } from '@/components/admin/filter-form'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { QueryErrorSummary } from '@/components/admin/query-errors'
import { RowPages } from '@/components/admin/row-pages'
import { SearchForm } from '@/components/admin/search-form'
import { SignatureTable } from '@/components/admin/signature-table'
import { t } from '@/components/admin/words'
import type { Query } from '@/lib/input/read-query'
import { listPetitionNames } from '@/lib/petitions/list-petition-names'
import { type Filter, filterTexts } from '@/lib/signatures/admin/filter'
import { type ListQuery, readListQuery } from '@/lib/signatures/admin/list-query'
import { listSignatures } from '@/lib/signatures/admin/list-signatures'
import { may } from '@/lib/staff/roles'
import { search, selectSignatures } from './actions'

export default adminPage('signature.list', async (staff, { searchParams }) => {
  const query = await searchParams
  const asked = readListQuery(query)
  const [page, petitions] = await Promise.all([
    asked.ok ? listSignatures(staff, asked.filter, asked.from, asked.sort) : null,
    listPetitionNames(),
  ])
  const acts = may(staff.role, 'bulk.ask')
  return (
    <>
      <PageHeading>{t('common.signatures')}</PageHeading>
      <Notice searchParams={searchParams} />
      {!asked.ok && (
        <QueryErrorSummary query={query} errors={asked.errors}>
          {t('common.nothingIsListedPart')}
        </QueryErrorSummary>
      )}
      {may(staff.role, 'signature.search') && <SearchForm search={search} />}
      <form method="get" className="filters">
        <FilterFields petitions={petitions} query={query} errors={asked.ok ? {} : asked.errors} />
        <button type="submit">{t('common.show')}</button>
        <a href="/admin/signatures">{t('common.all')}</a>
        {acts && asked.ok && (
          <a href={`/admin/bulk/new?${new URLSearchParams(filterTexts(filterOf(asked)))}`}>
            {t('signatures.bulkAction')}
          </a>
        )}
      </form>
      {page?.rows.length === 0 && <NoneListed query={query} sort={asked.ok ? asked.sort : undefined} />}
      {page && page.rows.length > 0 && (
        <form action={selectSignatures}>
          <input type="hidden" name="list" value={addressOf(query)} />
          <SignatureTable rows={page.rows} tick={acts} />
          {acts && (
            <p className="row">
              <label>
                {t('signatures.withSelected')}{' '}
                <select name="verb">
                  <option value="hold">{t('signatures.hold')}</option>
                  <option value="release">{t('signatures.release')}</option>
                  <option value="remove fraud">{t('bulk.removeFraudulent')}</option>
                  <option value="remove duplicate">{t('bulk.removeDuplicate')}</option>
                  <option value="restore">{t('signatures.restore')}</option>
                </select>
              </label>
              <button type="submit">{t('common.preview')}</button>
            </p>
          )}
        </form>
      )}
      {asked.ok && page && (
        <RowPages
          first={asked.from && pathOf(query)}
          previous={page.previous && pathOf(query, { before: page.previous })}
          next={page.next && pathOf(query, { after: page.next })}
        />
      )}
    </>
  )
})

/** Whether nobody has signed, nobody has appealed, or the filter leaves nobody. */
function NoneListed({ query, sort }: { query: Record<string, unknown>; sort: string | undefined }) {
  const isFiltered = Object.entries(query).some(([name, value]) => value && !['sort', 'zone'].includes(name))
  if (isFiltered)
    return (
      <Empty next={{ href: '/admin/signatures', words: t('signatures.clearFilters') }}>
        {t('signatures.noSignaturesMatch')}
      </Empty>
    )
  return sort === 'appeal' ? (
    <Empty next={{ href: '/admin/review/held', words: t('place.heldSignatures') }}>{t('signatures.noAppeals')}</Empty>
  ) : (
    <Empty next={{ href: '/admin/petitions', words: t('common.petitions') }}>{t('signatures.noneYet')}</Empty>
  )
}

/** What the list shows: in the order of appeals only those with one. */
function filterOf({ filter, sort }: Extract<ListQuery, { ok: true }>): Filter {
  return sort === 'appeal' ? { ...filter, appealed: 'yes' } : filter
}

/** The address of a page of this list, by default the first, without what an action said on it. */
function pathOf(query: Query, page: { after?: string; before?: string } = {}): string {
  return `/admin/signatures?${addressOf({ ...query, after: undefined, before: undefined, ...page })}`
}

/** The query of a page of this list, without what an action said on it. */
function addressOf(query: Query): string {
  const parts = Object.entries(query).flatMap(([name, value]) =>
    typeof value === 'string' && value && !['done', 'problem', 'kept'].includes(name) ? [[name, value]] : [],
  )
  return new URLSearchParams(parts).toString()
}
