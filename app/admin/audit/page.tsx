import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { AuditTable } from '@/components/admin/audit-table'
import { QueryErrorSummary } from '@/components/admin/query-errors'
import { listEntries } from '@/lib/staff/audit/list-entries'
import { readAuditQuery } from '@/lib/staff/audit/read-audit-query'

export const metadata: Metadata = { title: 'Audit log' }

export default adminPage('audit.read', async (_, { searchParams }) => {
  const query = await searchParams
  const asked = readAuditQuery(query)
  const { entries, next } = asked.ok ? await listEntries(asked.query) : { entries: null, next: null }
  const verb = [query.verb ?? ''].flat()[0]
  return (
    <>
      <h1>Audit log</h1>
      <p>
        What staff did, in order. Each entry contains the hash of the previous one; <code>npm run check-audit</code>{' '}
        verifies the whole chain.
      </p>
      {!asked.ok && (
        <QueryErrorSummary query={query} errors={asked.errors}>
          Nothing is listed: part of the query could not be read.
        </QueryErrorSummary>
      )}
      <form method="get" className="filters">
        <label>
          Action <input id="verb" name="verb" defaultValue={verb} placeholder="signature.remove" />
        </label>
        <button type="submit">Show</button>
      </form>
      {entries && <AuditTable entries={entries} />}
      {next && (
        <a href={`/admin/audit?before=${next}${verb ? `&verb=${encodeURIComponent(verb)}` : ''}`}>Older entries</a>
      )}
    </>
  )
})
