import { adminPage } from '@/components/admin/admin-page'
import { Empty } from '@/components/admin/empty'
import { FilterFields } from '@/components/admin/filter-form'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { QueryErrorSummary } from '@/components/admin/query-errors'
import { RowPages } from '@/components/admin/row-pages'
import { SignatureSearch } from '@/components/admin/search/signature-search'
import { BulkBar } from '@/components/admin/selection/bulk-bar'
import { SignaturePanel } from '@/components/admin/signature-panel'
import { SignatureTable } from '@/components/admin/signature-table'
import { SaveViewForm } from '@/components/admin/views/save-view-form'
import { builtInNames, ViewsNav } from '@/components/admin/views/views-nav'
import { t } from '@/components/admin/words'
import { findAllThatMatch } from '@/lib/bulk-actions/all-that-match'
import { MAX_COUNTED } from '@/lib/input/max-counted'
import type { Query } from '@/lib/input/read-query'
import { listPetitionNames } from '@/lib/petitions/list-petition-names'
import { filterTexts } from '@/lib/signatures/admin/filter'
import { findSignature } from '@/lib/signatures/admin/find-signature'
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
  const [page, petitions, saved, selection] = await Promise.all([
    asked.ok ? listSignatures(staff, asked.filter, asked.from, asked.sort) : null,
    listPetitionNames(readerLanguage()),
    listViews(staff),
    findSelection(staff, query.draft),
  ])
  const zone = readerZone()
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
  const list = hereOf(query)
  const panel = asked.ok && asked.open ? await findSignature(staff, asked.open) : null
  const beside = (key: string) => `/admin/signatures?${addressOf({ ...query, all: undefined, open: key })}#panel`
  const at = page?.rows.findIndex(({ key }) => key === panel?.key) ?? -1
  const besideRow = (row: number) => {
    const key = at < 0 ? undefined : page?.rows[row]?.key
    return key ? beside(key) : null
  }
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
        {page?.rows[0] && !panel && (
          <a href={beside(page.rows[0].key)} className="beside-list">
            {t('signatures.openBesideTheList')}
          </a>
        )}
      </form>
      {page && page.rows.length > 0 && (
        <Total many={isAll ? page.rows.length : matching?.is === 'counted' ? matching.many : null} />
      )}
      {page?.rows.length === 0 && <NoneListed query={query} sort={asked.ok ? asked.sort : undefined} />}
      {page && page.rows.length > 0 && (
        <div className={panel ? 'list-with-panel' : undefined}>
          <form action={selectSignatures}>
            <input type="hidden" name="list" value={addressOf({ ...query, all: undefined, open: undefined })} />
            <SignatureTable
              rows={page.rows}
              tick={acts}
              ticked={ticked || selection?.keys}
              back={list}
              beside={beside}
              open={panel?.key ?? null}
            />
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
          {panel && (
            <SignaturePanel signature={panel} list={list} previous={besideRow(at - 1)} next={besideRow(at + 1)} />
          )}
        </div>
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

/** How many the list has on all its pages, where that is known in a moment. */
function Total({ many }: { many: number | null }) {
  if (many === null) return null
  return (
    <p className="hint">
      {many > MAX_COUNTED ? t('signatures.totalMore', { most: MAX_COUNTED }) : t('signatures.total', { many })}
    </p>
  )
}

/** Whether nobody has signed, nobody has appealed, or the filter leaves nobody. */
function NoneListed({ query, sort }: { query: Record<string, unknown>; sort: string | undefined }) {
  const isFiltered = Object.entries(query).some(([name, value]) => value && !['sort', 'zone', 'open'].includes(name))
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
  return `/admin/signatures?${addressOf({ ...query, all: undefined, open: undefined, after: undefined, before: undefined, ...page })}`
}

/** The address of this page. */
function hereOf(query: Query): string {
  const asked = addressOf({ ...query, all: undefined, open: undefined })
  return `/admin/signatures${asked && '?'}${asked}`
}

/** The query of a page of this list, without what an action said on it. */
function addressOf(query: Query): string {
  const parts = Object.entries(query).flatMap(([name, value]) =>
    typeof value === 'string' && value && !['done', 'problem', 'kept', 'draft'].includes(name) ? [[name, value]] : [],
  )
  return new URLSearchParams(parts).toString()
}
