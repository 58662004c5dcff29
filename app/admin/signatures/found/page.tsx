import type { Metadata } from 'next'
import { deskPage } from '@/components/admin/desk-page'
import { SignatureTable } from '@/components/admin/signature-table'
import { searchSignatures } from '@/lib/signatures/desk/list-signatures'
import { openQuery } from '@/lib/web/desk/sealed-query'
import { search } from '../actions'

export const metadata: Metadata = { title: 'Found' }

export default deskPage('signature.search', async (staff, { searchParams }) => {
  const text = openQuery(staff, 'search', (await searchParams).q, new Date())
  const rows = text ? await searchSignatures(staff, text) : []
  return (
    <>
      <h1>Found</h1>
      <form action={search} className="filters">
        <label>
          Exact e-mail address, or reference
          <input
            name="text"
            defaultValue={text ?? ''}
            required
            size={32}
            maxLength={254}
            spellCheck={false}
            autoComplete="off"
          />
        </label>
        <button type="submit">Find</button>
        <a href="/admin/signatures">All signatures</a>
      </form>
      {text === null && <p className="empty">What you looked for is no longer shown. Type it again.</p>}
      {text !== null && rows === null && (
        <p className="empty">That is neither an e-mail address nor a reference such as 7K3M-9QXA.</p>
      )}
      {text !== null && rows?.length === 0 && <p className="empty">Nobody has signed with that address.</p>}
      {rows && rows.length > 0 && <SignatureTable rows={rows} />}
    </>
  )
})
