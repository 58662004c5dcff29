import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { AuditSummary } from '@/components/admin/audit-summary'
import { AuditTable } from '@/components/admin/audit-table'
import { QueryErrorSummary } from '@/components/admin/query-errors'
import { listEntries } from '@/lib/staff/audit/list-entries'
import { readAuditQuery } from '@/lib/staff/audit/read-audit-query'
import { summariseEntries } from '@/lib/staff/audit/summarise-entries'

const WEEK = 7 * 86_400_000

export const metadata: Metadata = { title: 'Audit log' }

export default adminPage('audit.read', async (_, { searchParams }) => {
  const query = await searchParams
  const asked = readAuditQuery(query)
  // The summary stands before the whole log alone; a filter or an older page is about its own entries.
  const isWhole = asked.ok && Object.values(asked.query).every((value) => value === undefined)
  const [{ entries, next }, week] = await Promise.all([
    asked.ok ? listEntries({ ...asked.query, staffId: asked.query.person }) : { entries: null, next: null },
    isWhole ? summariseEntries(new Date(Date.now() - WEEK)) : null,
  ])
  const person = asked.ok ? asked.query.person : undefined
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
      {week && (
        <section className="panel">
          <h2>Last seven days, by person</h2>
          <AuditSummary people={week} />
        </section>
      )}
      <h2>{person ? `Entries of ${entries?.[0]?.who ?? 'this person'}` : 'Entries'}</h2>
      {person && (
        <p>
          <a href="/admin/audit">Entries of everybody</a>
        </p>
      )}
      <form method="get" className="filters">
        {person && <input type="hidden" name="person" value={person} />}
        <label>
          Action <input id="verb" name="verb" defaultValue={verb} placeholder="signature.remove" />
        </label>
        <button type="submit">Show</button>
      </form>
      {entries && <AuditTable entries={entries} />}
      {next && (
        <a
          href={`/admin/audit?${new URLSearchParams({ before: String(next), ...(verb && { verb }), ...(person && { person }) })}`}
        >
          Older entries
        </a>
      )}
    </>
  )
})
