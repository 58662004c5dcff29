import { adminPage } from '@/components/admin/admin-page'
import { Empty } from '@/components/admin/empty'
import { FilterBar } from '@/components/admin/filter-bar'
import type { Condition } from '@/components/admin/filter-chips'
import { FilterFields } from '@/components/admin/filter-form'
import { conditionsOf } from '@/components/admin/filter-words'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { PetitionName } from '@/components/admin/petition-name'
import { QueryErrorSummary } from '@/components/admin/query-errors'
import { RowPages } from '@/components/admin/row-pages'
import { SignatureSearch } from '@/components/admin/search/signature-search'
import { BulkBar } from '@/components/admin/selection/bulk-bar'
import { SignaturePanel } from '@/components/admin/signature-panel'
import { SignatureTable } from '@/components/admin/signature-table'
import type { HeadSort } from '@/components/admin/sorted'
import { SaveViewForm } from '@/components/admin/views/save-view-form'
import { builtInNames, ViewsNav } from '@/components/admin/views/views-nav'
import { t } from '@/components/admin/words'
import { findAllThatMatch } from '@/lib/bulk-actions/all-that-match'
import { MAX_COUNTED } from '@/lib/input/max-counted'
import type { Query } from '@/lib/input/read-query'
import { listPetitionNames, type PetitionName as PetitionNames } from '@/lib/petitions/list-petition-names'
import { filterTexts } from '@/lib/signatures/admin/filter'
import { findSignature } from '@/lib/signatures/admin/find-signature'
import type { Sort } from '@/lib/signatures/admin/list-order'
import { type AskedList, filterOf, readListQuery } from '@/lib/signatures/admin/list-query'
import { listSignatures } from '@/lib/signatures/admin/list-signatures'
import { builtInViews } from '@/lib/signatures/views/built-in-views'
import { listViews } from '@/lib/signatures/views/list-views'
import { canSave, viewText } from '@/lib/signatures/views/view-text'
import { findSelection } from '@/lib/staff/drafts/selection'
import { may } from '@/lib/staff/roles'
import { listAddress, listText } from '@/lib/web/admin/list-address'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { readerZone } from '@/lib/web/admin/reader-zone'
import { selectSignatures } from './actions'
import { save } from './views/actions'

const LIST = '/admin/signatures'

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
  const here = { after: query.after, before: query.before }
  const list = listAddress(LIST, query, here)
  const panel = asked.ok && asked.open ? await findSignature(staff, asked.open) : null
  const beside = (key: string) => `${listAddress(LIST, query, { ...here, open: key })}#panel`
  const at = page?.rows.findIndex(({ key }) => key === panel?.key) ?? -1
  const besideRow = (row: number) => {
    const key = at < 0 ? undefined : page?.rows[row]?.key
    return key ? beside(key) : null
  }
  return (
    <>
      <PageHeading
        actions={
          asked.ok &&
          acts && (
            <a className="button" href={`/admin/bulk/new?${new URLSearchParams(filterTexts(filterOf(asked)))}`}>
              {t('signatures.bulkAction')}
            </a>
          )
        }
      >
        {t('common.signatures')}
      </PageHeading>
      <Notice searchParams={searchParams} />
      {!asked.ok && (
        <QueryErrorSummary query={query} errors={asked.errors}>
          {t('common.nothingIsListedPart')}
        </QueryErrorSummary>
      )}
      <ViewsNav views={views} shown={shown} />
      {isNew && shown !== null && <SaveViewForm save={save} query={shown} />}
      {may(staff.role, 'signature.search') && <SignatureSearch />}
      <FilterBar
        path={LIST}
        query={query}
        conditions={asked.ok ? conditionsIn(asked, petitions) : []}
        folds
        wrong={!asked.ok}
      >
        <FilterFields petitions={petitions} query={query} errors={asked.ok ? {} : asked.errors} />
      </FilterBar>
      {page?.rows[0] && !panel && (
        <a href={beside(page.rows[0].key)} className="beside-list">
          {t('signatures.openBesideTheList')}
        </a>
      )}
      {page && page.rows.length > 0 && (
        <Total many={isAll ? page.rows.length : matching?.is === 'counted' ? matching.many : null} />
      )}
      {page?.rows.length === 0 && <NoneListed query={query} sort={asked.ok ? asked.sort : undefined} />}
      {page && page.rows.length > 0 && (
        <div className={panel ? 'list-with-panel' : undefined}>
          <form action={selectSignatures}>
            <input type="hidden" name="list" value={listText(query, here)} />
            <SignatureTable
              rows={page.rows}
              tick={acts}
              ticked={ticked || selection?.keys}
              back={list}
              beside={beside}
              open={panel?.key ?? null}
              {...(asked.ok && { sort: byTime(query, asked.sort) })}
            />
            {acts && matching && (
              <BulkBar
                page={{
                  href: `${listAddress(LIST, query, { ...here, open: query.open, all: ticked ? undefined : '1' })}#list`,
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
          first={asked.from && listAddress(LIST, query)}
          previous={page.previous && listAddress(LIST, query, { before: page.previous })}
          next={page.next && listAddress(LIST, query, { after: page.next })}
          ticks={acts}
        />
      )}
    </>
  )
})

/** The number of matches on all pages, if it could be counted quickly. */
function Total({ many }: { many: number | null }) {
  if (many === null) return null
  return (
    <p className="hint">
      {many > MAX_COUNTED ? t('signatures.totalMore', { most: MAX_COUNTED }) : t('signatures.total', { many })}
    </p>
  )
}

/** Why the list is empty: nobody has signed, nobody has appealed, or the filter matches nobody. */
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

/** The list's conditions, in words; the order by appeal is one, as it requires an appeal. */
function conditionsIn({ filter, sort }: AskedList, petitions: PetitionNames[]): Condition[] {
  const slug = petitions.find(({ id }) => id === filter.petition)?.slug
  return [
    ...(filter.petition
      ? [{ names: ['petition'], words: slug ? <PetitionName slug={slug} /> : t('common.petition') }]
      : []),
    ...conditionsOf(filter),
    ...(sort === 'appeal' ? [{ names: ['sort'], words: t('filter.appealedFirst') }] : []),
  ]
}

/** The heading of the times, to sort by newest or oldest. The index of times serves both. */
function byTime(query: Query, sort: Sort): HeadSort {
  const now = { newest: 'descending', oldest: 'ascending', appeal: null }[sort] as HeadSort['now']
  return { now, href: listAddress(LIST, query, { sort: sort === 'newest' ? 'oldest' : undefined }) }
}
