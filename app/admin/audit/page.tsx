import { adminPage } from '@/components/admin/admin-page'
import { AuditSummary } from '@/components/admin/audit-summary'
import { AuditTable, whoName } from '@/components/admin/audit-table'
import { PageHeading } from '@/components/admin/page-heading'
import { QueryErrorSummary } from '@/components/admin/query-errors'
import { t } from '@/components/admin/words'
import { listEntries } from '@/lib/staff/audit/list-entries'
import { readAuditQuery } from '@/lib/staff/audit/read-audit-query'
import { summariseEntries } from '@/lib/staff/audit/summarise-entries'

const WEEK = 7 * 86_400_000

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
      <PageHeading>{t('audit.auditLog')}</PageHeading>
      <p>{t.rich('audit.whatStaffDidIn', { code: (inner) => <code>{inner}</code> })}</p>
      {!asked.ok && (
        <QueryErrorSummary query={query} errors={asked.errors}>
          {t('common.nothingIsListedPart')}
        </QueryErrorSummary>
      )}
      {week && (
        <section className="panel">
          <h2>{t('audit.lastSevenDaysBy')}</h2>
          <AuditSummary people={week} />
        </section>
      )}
      <h2>{headingOf(person, entries?.[0]?.who)}</h2>
      {person && (
        <p>
          <a href="/admin/audit">{t('audit.entriesOfEverybody')}</a>
        </p>
      )}
      <form method="get" className="filters">
        {person && <input type="hidden" name="person" value={person} />}
        <label>
          {t('common.action')} <input id="verb" name="verb" defaultValue={verb} placeholder="signature.remove" />
        </label>
        <button type="submit">{t('common.show')}</button>
      </form>
      {entries && <AuditTable entries={entries} />}
      {asked.ok && asked.query.before && (
        <p>
          <a href={`/admin/audit?${new URLSearchParams({ ...(verb && { verb }), ...(person && { person }) })}`}>
            {t('audit.newestEntries')}
          </a>
        </p>
      )}
      {next && (
        <a
          href={`/admin/audit?${new URLSearchParams({ before: String(next), ...(verb && { verb }), ...(person && { person }) })}`}
        >
          {t('audit.olderEntries')}
        </a>
      )}
    </>
  )
})

function headingOf(person: string | undefined, who: string | undefined): string {
  if (!person) return t('audit.entries')
  return who ? t('audit.entriesOf', { who: whoName(who) }) : t('audit.entriesOfPerson')
}
