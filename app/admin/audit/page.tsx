import type { ReactNode } from 'react'
import { adminPage } from '@/components/admin/admin-page'
import { AuditSummary } from '@/components/admin/audit-summary'
import { AuditTable, whoName } from '@/components/admin/audit-table'
import { auditChoices, auditWords } from '@/components/admin/audit-words'
import { FilterBar } from '@/components/admin/filter-bar'
import type { Condition } from '@/components/admin/filter-chips'
import { FilterChoice, type FilterOption } from '@/components/admin/filter-field'
import { PageHeading } from '@/components/admin/page-heading'
import { QueryErrorSummary } from '@/components/admin/query-errors'
import { RowPages } from '@/components/admin/row-pages'
import { lineWords } from '@/components/admin/status/line-words'
import { StatePill } from '@/components/admin/status/status-list'
import { t, tOf } from '@/components/admin/words'
import type { Query } from '@/lib/input/read-query'
import { assessAuditLog } from '@/lib/overview/status/assess-ledgers'
import type { StatusLine } from '@/lib/overview/status/status-line'
import { findAuditFacts } from '@/lib/overview/status/system-report'
import { nameSubjects } from '@/lib/search/name-subjects'
import { auditAreas } from '@/lib/staff/audit/areas'
import { listEntries } from '@/lib/staff/audit/list-entries'
import { MAX_ENTRIES } from '@/lib/staff/audit/list-for-csv'
import { listPeople } from '@/lib/staff/audit/list-people'
import { readAuditQuery } from '@/lib/staff/audit/read-audit-query'
import { summariseEntries } from '@/lib/staff/audit/summarise-entries'
import { readZone, zoneName } from '@/lib/text/time-zone'
import { listAddress } from '@/lib/web/admin/list-address'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { readerZone } from '@/lib/web/admin/reader-zone'

const WEEK = 7 * 86_400_000

export default adminPage('audit.read', async (_, { searchParams }) => {
  const query = await searchParams
  const asked = readAuditQuery(query)
  // The summary is only shown above the whole log, not above filtered or older entries.
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
      <PageHeading actions={asked.ok && <a href={listAddress('/admin/audit/csv', given)}>{t('audit.asCsv')}</a>}>
        {t('audit.auditLog')}
      </PageHeading>
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
      <FilterBar path="/admin/audit" query={query} conditions={await conditionsIn(given)} wrong={!asked.ok}>
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
        <FilterChoice
          name="area"
          label={t('audit.area')}
          value={given.area ?? ''}
          wrong={!asked.ok && 'area' in asked.errors}
          any={t('common.all')}
          options={auditAreas.map((area) => [area, t(`auditArea.${area}`)])}
        />
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
      </FilterBar>
      <p className="hint">{t('audit.daysAreThoseOf', { zone: zoneName(zone, readerLanguage()), most: MAX_ENTRIES })}</p>
      {page && <AuditTable entries={page.entries} id="list" />}
      {asked.ok && page && (
        <RowPages
          first={asked.query.before || asked.query.after ? listAddress('/admin/audit', given) : null}
          previous={
            page.previous === null ? null : listAddress('/admin/audit', given, { after: String(page.previous) })
          }
          next={page.next === null ? null : listAddress('/admin/audit', given, { before: String(page.next) })}
        />
      )}
    </>
  )
})

/** Whether the chain is whole, as on the status page. */
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

/** The filter as asked, to ask for it again. */
function filterIn(query: Query): Record<string, string> {
  const names = ['area', 'verb', 'since', 'until', 'zone', 'subject', 'person']
  return Object.fromEntries(names.flatMap((name) => (typeof query[name] === 'string' ? [[name, query[name]]] : [])))
}

/** The zone of the form's days: that of the address if it has days, even if the reader's is another. */
async function zoneOf({ since, until, zone }: Record<string, string>): Promise<string> {
  return since || until ? (readZone(zone) ?? 'UTC') : readerZone()
}

/** The conditions of the filter, in words. */
async function conditionsIn({
  area,
  verb,
  since,
  until,
  subject,
  person,
}: Record<string, string>): Promise<Condition[]> {
  const about = [...(subject ? [subject] : []), ...(person ? [`staff:${person}`] : [])]
  const names = about.length > 0 ? await nameSubjects(about, readerLanguage()) : new Map()
  const named = (of: string) => {
    const name = names.get(of)
    return name && 'title' in name ? <bdi>{name.title}</bdi> : t('audit.oneThing')
  }
  const words: Record<string, ReactNode> = {
    person: person && named(`staff:${person}`),
    subject: subject && named(subject),
    area: area && (tOf('auditArea', area) ?? area),
    verb: verb && auditWords(verb),
    since: since && t('filter.labelled', { label: t('audit.since'), value: since }),
    until: until && t('filter.labelled', { label: t('audit.until'), value: until }),
  }
  return Object.entries(words).flatMap(([name, said]) => (said ? [{ names: [name], words: said }] : []))
}

function headingOf(person: string | undefined, who: string | undefined): string {
  if (!person) return t('audit.entries')
  return who ? t('audit.entriesOf', { who: whoName(who) }) : t('audit.entriesOfPerson')
}
