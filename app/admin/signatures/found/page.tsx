import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { SearchForm } from '@/components/admin/search-form'
import { SignatureTable } from '@/components/admin/signature-table'
import { searchSignatures } from '@/lib/signatures/admin/search-signatures'
import { openQuery } from '@/lib/web/admin/sealed-query'
import { search } from '../actions'

export const metadata: Metadata = { title: 'Found' }

const nobody = {
  email: 'Nobody has signed with that address.',
  no_address:
    'This is no address that mail could reach: look at what stands after the @. Nor has a signature exactly this name.',
  reference: 'No signature has that reference.',
  name: 'No signature has exactly that name, nor that reference. Names are compared whole; case, accents and the order of their parts do not count. One that was signed or corrected a moment ago is found once its mail is on its way.',
}

export default adminPage('signature.search', async (staff, { searchParams }) => {
  const text = openQuery(staff, 'search', (await searchParams).q, new Date())
  const found = text ? await searchSignatures(staff, text) : null
  return (
    <>
      <h1>Found</h1>
      <SearchForm search={search} text={text ?? ''} />
      {text === null && <p className="empty">What you looked for is no longer shown. Type it again.</p>}
      {found?.rows.length === 0 && <p className="empty">{nobody[found.kind]}</p>}
      {found?.more && (
        <p>These are the newest {found.rows.length}; there are more of that name. An address finds one.</p>
      )}
      {found && found.rows.length > 0 && <SignatureTable rows={found.rows} />}
      <p>
        <a href="/admin/signatures">All signatures</a>
      </p>
    </>
  )
})
