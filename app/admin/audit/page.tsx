import type { Metadata } from 'next'
import { AuditTable } from '@/components/admin/audit-table'
import { deskPage } from '@/components/admin/desk-page'
import { listEntries } from '@/lib/staff/audit/list-entries'

export const metadata: Metadata = { title: 'Record' }

export default deskPage('audit.read', async (_, { searchParams }) => {
  const query = await searchParams
  const text = (name: string) => (typeof query[name] === 'string' && query[name] ? query[name] : undefined)
  const before = /^\d{1,18}$/.test(text('before') ?? '') ? BigInt(text('before') ?? 0) : undefined
  const verb = text('verb')
  const { entries, next } = await listEntries({ before, verb, subject: text('subject') })
  return (
    <>
      <h1>Record</h1>
      <p>
        What staff did, in order. Each entry holds the hash of the one before it; <code>npm run check-audit</code>{' '}
        checks the whole chain.
      </p>
      <form method="get" className="filters">
        <label>
          What was done <input name="verb" defaultValue={verb} placeholder="signature.remove" />
        </label>
        <button type="submit">Show</button>
      </form>
      <AuditTable entries={entries} />
      {next && (
        <a href={`/admin/audit?before=${next}${verb ? `&verb=${encodeURIComponent(verb)}` : ''}`}>Older entries</a>
      )}
    </>
  )
})
