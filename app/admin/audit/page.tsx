import { adminPage } from '@/components/admin/admin-page'
import { AuditSummary } from '@/components/admin/audit-summary'
import { AuditTable, whoName } from '@/components/admin/audit-table'
import { auditChoices } from '@/components/admin/audit-words'
import { FilterChoice, type FilterOption } from '@/components/admin/filter-field'
import { PageHeading } from '@/components/admin/page-heading'
import { QueryErrorSummary } from '@/components/admin/query-errors'
import { RowPages } from '@/components/admin/row-pages'
import { lineWords } from '@/components/admin/status/line-words'
import { StatePill } from '@/components/admin/status/status-list'
import { t } from '@/components/admin/words'
import type { Query } from '@/lib/input/read-query'
import { assessAuditLog } from '@/lib/overview/status/assess-ledgers'
import type { StatusLine } from '@/lib/overview/status/status-line'
import { findAuditFacts } from '@/lib/overview/status/system-report'
import { auditAreas } from '@/lib/staff/audit/areas'
import { listEntries } from '@/lib/staff/audit/list-entries'
import { MAX_ENTRIES } from '@/lib/staff/audit/list-for-csv'
import { listPeople } from '@/lib/staff/audit/list-people'
import { readAuditQuery } from '@/lib/staff/audit/read-audit-query'
import { summariseEntries } from '@/lib/staff/audit/summarise-entries'
import { readZone, zoneName } from '@/lib/text/time-zone'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { readerZone } from '@/lib/web/admin/reader-zone'

const WEEK = 7 * 86_400_000

export default adminPage('audit.read', async (_, { searchParams }) => {
  const query = await searchParams
  const asked = readAuditQuery(query)
  // The summary stands before the whole log alone; a filter or an older page is about its own entries.
  const isWhole = asked.ok && Object.values(asked.query).every((value) => value === undefined)
  const person = asked.ok ? asked.query.person : undefined
  const now = new Date()
  const [page, week, checked, people] = await Promise.all([
    asked.ok ? listEntries({ ...asked.query, staffId: person }) : null,
    isWhole ? summariseEntries(new Date(now.getTime() - WEEK)) : null,
    findAuditFacts(),
    listPeople(person),
  ])
  const given = filterIn(query)
  const zone = await zoneOf(given)
  return (
    <>
      <PageHeading>{t('audit.auditLog')}</PageHeading>
      <p>{t.rich('audit.whatStaffDidIn', { code: (inner) => <code>{inner}</code> })}</p>
      <ChainLine line={assessAuditLog(checked, now)} />
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
      <h2>{headingOf(person, page?.entries[0]?.who)}</h2>
      {person && (
        <p>
          <a href="/admin/audit">{t('audit.entriesOfEverybody')}</a>
        </p>
      )}
      <form method="get" className="filters">
        {given.subject && <input type="hidden" name="subject" value={given.subject} />}
        <input type="hidden" name="zone" value={zone} />
        <FilterChoice
          name="person"
          label={t('common.person')}
          value={given.person ?? ''}
          wrong={!asked.ok && 'person' in asked.errors}
          any={t('common.all')}
          options={inOrder(people)}
        />
        <label>
          {t('audit.area')}
          <select id="area" name="area" defaultValue={given.area ?? ''}>
            <option value="">{t('common.all')}</option>
            {auditAreas.map((area) => (
              <option key={area} value={area}>
                {t(`auditArea.${area}`)}
              </option>
            ))}
          </select>
        </label>
        <FilterChoice
          name="verb"
          label={t('common.action')}
          value={given.verb ?? ''}
          wrong={!asked.ok && 'verb' in asked.errors}
          any={t('common.all')}
          options={auditChoices()}
        />
        <label>
          {t('audit.since')} <input id="since" name="since" type="date" defaultValue={given.since} />
        </label>
        <label>
          {t('audit.until')} <input id="until" name="until" type="date" defaultValue={given.until} />
        </label>
        <button type="submit">{t('common.show')}</button>
        {asked.ok && <a href={`/admin/audit/csv?${partsOf(given)}`}>{t('audit.asCsv')}</a>}
      </form>
      <p className="hint">{t('audit.daysAreThoseOf', { zone: zoneName(zone, readerLanguage()), most: MAX_ENTRIES })}</p>
      {page && <AuditTable entries={page.entries} id="list" />}
      {asked.ok && page && (
        <RowPages
          first={asked.query.before || asked.query.after ? pathOf(given) : null}
          previous={page.previous === null ? null : pathOf({ ...given, after: String(page.previous) })}
          next={page.next === null ? null : pathOf({ ...given, before: String(page.next) })}
        />
      )}
    </>
  )
})

/** Whether the chain is whole, as the page of the system's status says it. */
function ChainLine({ line }: { line: StatusLine }) {
  const { said, todo } = lineWords(line)
  return (
    <p>
      <strong>{t('audit.chain')}</strong> <StatePill state={line.state} /> {said} {todo}
    </p>
  )
}

function inOrder(people: { id: string; name: string }[]): FilterOption[] {
  const order = new Intl.Collator(readerLanguage())
  return people.toSorted((a, b) => order.compare(a.name, b.name)).map(({ id, name }) => [id, name])
}

/** The filter as it was asked for, to ask for it again. */
function filterIn(query: Query): Record<string, string> {
  const names = ['area', 'verb', 'since', 'until', 'zone', 'subject', 'person']
  return Object.fromEntries(names.flatMap((name) => (typeof query[name] === 'string' ? [[name, query[name]]] : [])))
}

/** Whose days the form shows: of an address with days those that it means, also to somebody who reads in another zone. */
async function zoneOf({ since, until, zone }: Record<string, string>): Promise<string> {
  return since || until ? (readZone(zone) ?? 'UTC') : readerZone()
}

function pathOf(filter: Record<string, string>): string {
  return `/admin/audit?${partsOf(filter)}`
}

function partsOf(filter: Record<string, string>): URLSearchParams {
  return new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''))
}

function headingOf(person: string | undefined, who: string | undefined): string {
  if (!person) return t('audit.entries')
  return who ? t('audit.entriesOf', { who: whoName(who) }) : t('audit.entriesOfPerson')
}
