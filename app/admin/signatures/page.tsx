import { adminPage } from '@/components/admin/admin-page'
import { Empty } from '@/components/admin/empty'
import { FilterFields } from '@/components/admin/filter-form'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { QueryErrorSummary } from '@/components/admin/query-errors'
import { RowPages } from '@/components/admin/row-pages'
import { SignatureSearch } from '@/components/admin/search/signature-search'
import { BulkBar } from '@/components/admin/selection/bulk-bar'
import { SignatureTable } from '@/components/admin/signature-table'
import { SaveViewForm } from '@/components/admin/views/save-view-form'
import { builtInNames, ViewsNav } from '@/components/admin/views/views-nav'
import { t } from '@/components/admin/words'
import { findAllThatMatch } from '@/lib/bulk-actions/all-that-match'
import type { Query } from '@/lib/input/read-query'
import { listPetitionNames } from '@/lib/petitions/list-petition-names'
import { filterTexts } from '@/lib/signatures/admin/filter'
import { filterOf, readListQuery } from '@/lib/signatures/admin/list-query'
import { listSignatures } from '@/lib/signatures/admin/list-signatures'
import { builtInViews } from '@/lib/signatures/views/built-in-views'
import { listViews } from '@/lib/signatures/views/list-views'
import { canSave, viewText } from '@/lib/signatures/views/view-text'
import { findSelection } from '@/lib/staff/drafts/selection'
import { may } from '@/lib/staff/roles'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { readerZone } from '@/lib/web/admin/reader-zone'
import { selectSignatures } from './actions'
import { save } from './views/actions'

export default adminPage('signature.list', async (staff, { searchParams }) => {
  const query = await searchParams
  const asked = readListQuery(query)
  const [page, petitions, saved, zone, selection] = await Promise.all([
    asked.ok ? listSignatures(staff, asked.filter, asked.from, asked.sort) : null,
    listPetitionNames(readerLanguage()),
    listViews(staff),
    readerZone(),
    findSelection(staff, query.draft),
  ])
  const acts = may(staff.role, 'bulk.ask')
  const views = [
    ...builtInViews(new Date(), zone).map((one) => ({
      key: one.view,
      name: t(builtInNames[one.view]),
      query: one.query,
    })),
    ...saved.map(({ id, name, query: text }) => ({ key: id, name, query: text })),
  ]
  const shown = asked.ok ? viewText(asked) : null
  const isNew = asked.ok && views.every((view) => view.query !== shown) && (await canSave(asked))
  const ticked = asked.ok && asked.all
  const isAll = asked.ok && asked.from === null && page?.next === null
  const matching = asked.ok ? await findAllThatMatch(staff, asked, { petitions, isAll }) : null
  return (
    <>
      <PageHeading>{t('common.signatures')}</PageHeading>
      <Notice searchParams={searchParams} />
      {!asked.ok && (
        <QueryErrorSummary query={query} errors={asked.errors}>
          {t('common.nothingIsListedPart')}
        </QueryErrorSummary>
      )}
      <ViewsNav views={views} shown={shown} />
      {isNew && shown !== null && <SaveViewForm save={save} query={shown} />}
      {may(staff.role, 'signature.search') && <SignatureSearch />}
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
          <input type="hidden" name="list" value={addressOf({ ...query, all: undefined })} />
          <SignatureTable rows={page.rows} tick={acts} ticked={ticked || selection?.keys} back={hereOf(query)} />
          {acts && matching && (
            <BulkBar
              page={{
                href: `/admin/signatures?${addressOf({ ...query, all: ticked ? undefined : '1' })}#list`,
                ticked,
              }}
              matching={matching}
              verb={selection?.verb}
            />
          )}
        </form>
      )}
      {asked.ok && page && (
        <RowPages
          first={asked.from && pathOf(query)}
          previous={page.previous && pathOf(query, { before: page.previous })}
          next={page.next && pathOf(query, { after: page.next })}
          ticks={acts}
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

/** The address of a page of this list, by default the first, without what an action said on it. */
function pathOf(query: Query, page: { after?: string; before?: string } = {}): string {
  return `/admin/signatures?${addressOf({ ...query, all: undefined, after: undefined, before: undefined, ...page })}`
}

/** The address of this page. */
function hereOf(query: Query): string {
  const asked = addressOf({ ...query, all: undefined })
  return `/admin/signatures${asked && '?'}${asked}`
}

/** The query of a page of this list, without what an action said on it. */
function addressOf(query: Query): string {
  const parts = Object.entries(query).flatMap(([name, value]) =>
    typeof value === 'string' && value && !['done', 'problem', 'kept', 'draft'].includes(name) ? [[name, value]] : [],
  )
  return new URLSearchParams(parts).toString()
}
