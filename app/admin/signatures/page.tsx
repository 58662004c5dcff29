import type { Metadata } from 'next'
import { deskPage } from '@/components/admin/desk-page'
import { FilterFields } from '@/components/admin/filter-form'
import { Notice } from '@/components/admin/notice'
import { SearchForm } from '@/components/admin/search-form'
import { SignatureTable } from '@/components/admin/signature-table'
import { listPetitionNames } from '@/lib/petitions/list-petition-names'
import { readFilter } from '@/lib/signatures/desk/filter'
import { sorts } from '@/lib/signatures/desk/list-order'
import { listSignatures } from '@/lib/signatures/desk/list-signatures'
import { may } from '@/lib/staff/roles'
import { chooseSome, search } from './actions'

export const metadata: Metadata = { title: 'Signatures' }

export default deskPage('signature.list', async (staff, { searchParams }) => {
  const query = await searchParams
  const after = typeof query.after === 'string' ? query.after : undefined
  const sort = sorts.find((one) => one === query.sort)
  const [page, petitions] = await Promise.all([
    listSignatures(staff, readFilter(query), after, sort),
    listPetitionNames(),
  ])
  const acts = may(staff.role, 'bulk.ask')
  return (
    <>
      <h1>Signatures</h1>
      <Notice searchParams={searchParams} />
      {may(staff.role, 'signature.search') && <SearchForm search={search} />}
      <form method="get" className="filters">
        <FilterFields petitions={petitions} query={query} />
        <button type="submit">Show</button>
        <a href="/admin/signatures">All</a>
        {acts && <a href={`/admin/bulk/new?${addressOf(query, null)}`}>Act on all of these …</a>}
      </form>
      {page.rows.length === 0 ? (
        <p className="empty">No signature is like that.</p>
      ) : (
        <form action={chooseSome}>
          <SignatureTable rows={page.rows} tick={acts} />
          {acts && (
            <p className="row">
              <label>
                With the chosen:{' '}
                <select name="verb">
                  <option value="hold">hold</option>
                  <option value="release">release</option>
                  <option value="remove">remove as fraud</option>
                  <option value="restore">restore</option>
                </select>
              </label>
              <button type="submit">Look at what would happen</button>
            </p>
          )}
        </form>
      )}
      {page.next && <a href={`/admin/signatures?${addressOf(query, page.next)}`}>Next page</a>}
    </>
  )
})

function addressOf(query: Record<string, string | string[] | undefined>, after: string | null): string {
  const kept = Object.entries(query).flatMap(([name, value]) =>
    typeof value === 'string' && value && name !== 'after' && name !== 'done' ? [[name, value]] : [],
  )
  return new URLSearchParams([...kept, ...(after ? [['after', after]] : [])]).toString()
}
