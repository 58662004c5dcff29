import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { SearchForm } from '@/components/admin/search-form'
import { SignatureTable } from '@/components/admin/signature-table'
import { searchSignatures } from '@/lib/signatures/admin/search-signatures'
import { openQuery } from '@/lib/web/admin/sealed-query'
import { search } from '../actions'

export const metadata: Metadata = { title: 'Found' }

const nobody = {
  email: 'No signature has that address.',
  no_address: 'Email cannot reach this address: check the part after the @. No signature has exactly this name either.',
  reference: 'No signature has that reference.',
  name: 'No signature has exactly that name, nor that reference. Names are compared whole, ignoring case, accents and the order of their parts. A name that was signed or corrected just now can be found once its email has been sent.',
}

export default adminPage('signature.search', async (staff, { searchParams }) => {
  const text = openQuery(staff, 'search', (await searchParams).q, new Date())
  const found = text ? await searchSignatures(staff, text) : null
  return (
    <>
      <h1>Found</h1>
      <SearchForm search={search} text={text ?? ''} />
      {text === null && <p className="empty">Your search has expired. Please search again.</p>}
      {found?.rows.length === 0 && <p className="empty">{nobody[found.kind]}</p>}
      {found?.more && (
        <p>These are the newest {found.rows.length}; more signatures have that name. Search by address to find one.</p>
      )}
      {found && found.rows.length > 0 && <SignatureTable rows={found.rows} />}
      <p>
        <a href="/admin/signatures">All signatures</a>
      </p>
    </>
  )
})
