import { z } from 'zod'
import { type AdminPageProps, adminPage } from '@/components/admin/admin-page'
import { Empty } from '@/components/admin/empty'
import { FloodActions } from '@/components/admin/flood-actions'
import { FloodPatterns } from '@/components/admin/flood-patterns'
import { FloodTable } from '@/components/admin/flood-table'
import { FloodView, type LinkPart } from '@/components/admin/flood-view'
import { FloodWindow } from '@/components/admin/flood-window'
import { IncidentState } from '@/components/admin/incident-state'
import { IncidentDays, IncidentName } from '@/components/admin/incident-table'
import { LongActivity } from '@/components/admin/long-activity'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { Pages } from '@/components/admin/pages'
import { PetitionName } from '@/components/admin/petition-name'
import { Tabs } from '@/components/admin/tabs'
import { t } from '@/components/admin/words'
import { findFloodBars } from '@/lib/floods/find-flood-bars'
import { findFloodShares } from '@/lib/floods/find-flood-shares'
import { floodSpan, hourSpan, periodSpan, type Span, windowSpan } from '@/lib/floods/flood-span'
import {
  findIncident,
  findIncidents,
  type Incident,
  incidentDays,
  listIncidents,
} from '@/lib/floods/incidents/list-incidents'
import { type Flood, listFloods } from '@/lib/floods/list-floods'
import { readMoment } from '@/lib/input/day'
import { isId } from '@/lib/input/id'
import { readPage, sliceOf } from '@/lib/input/pages'
import { findGrowth } from '@/lib/overview/find-growth'
import { inUtc } from '@/lib/signatures/admin/typed-moments'
import { SOLO_QUOTA } from '@/lib/signatures/solo-quota/solo-quota'
import type { Staff } from '@/lib/staff/staff'
import { openQuery } from '@/lib/web/admin/sealed-query'
import { ask } from '../../bulk/actions'
import { close, look, patterns } from './actions'
import { LONG, windows } from './windows'

const HOUR = 3_600_000
/** Maximum number of floods listed below the chart. */
const MAX_LISTED = 7

/** The chart's flood, by key, and its hour; invalid values are ignored. */
const query = z.object({
  hours: z.enum([...windows.map(({ name }) => name), LONG]).catch('24'),
  flood: z.string().catch(''),
  incident: z.string().catch(''),
  patterns: z.string().catch(''),
  /** Shows the bars as a table; `page` is then the table's. */
  table: z.literal('yes').optional().catch(undefined),
  at: z
    .union([z.literal('period'), z.iso.datetime()])
    .optional()
    .catch(undefined),
  /** A window of the chart, instead of `at`. */
  from: z.string().catch(''),
  to: z.string().catch(''),
})
type Query = z.infer<typeof query>

export default adminPage('bulk.ask', async (staff, { searchParams }) => {
  const now = new Date()
  const given = inUtc(await searchParams)
  const asked = query.parse(given)
  const { hours, flood, table } = asked
  const page = readPage(given.page)
  if (hours === LONG)
    return (
      <>
        <Heading hours={hours} searchParams={searchParams} />
        {await longPeriod(staff, asked.incident, now)}
      </>
    )
  const floods = await listFloods(staff, new Date(now.getTime() - Number(hours) * HOUR))
  const keys = floods.map(({ key }) => key)
  const incidents = await findIncidents(staff, keys)
  const listed = page === null ? null : sliceOf(page, floods, MAX_LISTED)
  // If the flood is gone, nothing is shown, rather than another flood's chart and buttons.
  const shown = flood === '' ? floods[0] : floods.find(({ key }) => key === flood)
  return (
    <>
      <Heading hours={hours} searchParams={searchParams} />
      {flood !== '' && !shown && <p>{t('activity.gone')}</p>}
      {floods.length > 0 ? (
        <>
          {shown && (await picture(staff, shown, incidents.get(shown.key) ?? null, { ...asked, page: page ?? 1 }, now))}
          {!(shown && table) && (
            <>
              <h2>{t('activity.allOfThem')}</h2>
              <FloodTable
                floods={listed?.rows ?? []}
                incidents={incidents}
                shown={shown?.key}
                link={(key) => linkTo({ hours, flood: key, ...(page && page > 1 ? { page: String(page) } : {}) })}
              />
              <Pages of={listed} path={linkTo({ hours, flood })} />
            </>
          )}
        </>
      ) : (
        <Empty next={{ href: '/admin/signatures', words: t('common.allSignatures') }}>
          {t('signatures.nothingUnusualInThis')}
        </Empty>
      )}
    </>
  )
})

function Heading({ hours, searchParams }: { hours: string } & Pick<AdminPageProps, 'searchParams'>) {
  return (
    <>
      <PageHeading>{t('signatures.suspiciousActivity')}</PageHeading>
      <Notice searchParams={searchParams} />
      <Tabs
        name={t('signatures.period')}
        tabs={[...windows, { name: LONG, words: 'activity.last90Days' as const }].map(({ name, words }) => ({
          href: `?hours=${name}`,
          words: t(words),
          current: name === hours,
        }))}
      />
      <p>{t('signatures.manySignaturesWithSomething', { limit: SOLO_QUOTA })}</p>
    </>
  )
}

/** Ninety days, and one of their incidents. */
async function longPeriod(staff: Staff, id: string, now: Date) {
  const [{ days }, incidents, shown] = await Promise.all([
    findGrowth(staff, now),
    listIncidents(staff, now),
    isId(id) ? findIncident(staff, id) : null,
  ])
  const noticed = await incidentDays(staff, days[0]?.at ?? now)
  return (
    <>
      {shown && (
        <section className="panel">
          <h2>
            <IncidentName incident={shown} /> · {t('activity.signatures', { signatures: shown.signatures })}
          </h2>
          <p>
            <PetitionName slug={shown.petition} /> · <IncidentDays incident={shown} />
          </p>
          <IncidentState incident={shown} hidden={{ hours: LONG }} actions={{ look, close }} />
        </section>
      )}
      <LongActivity
        days={days}
        noticed={noticed}
        incidents={incidents}
        link={(one) => linkTo({ hours: LONG, incident: one })}
      />
    </>
  )
}

async function picture(
  staff: Staff,
  flood: Flood,
  incident: Incident | null,
  asked: Query & { page: number },
  now: Date,
) {
  const { hours, at, table, page } = asked
  const own = floodSpan(flood, now)
  const window = windowOf(asked)
  const view = window ? 'window' : viewOf(at, own)
  const span = {
    flood: () => own ?? periodSpan(Number(hours), now),
    period: () => periodSpan(Number(hours), now),
    hour: () => hourSpan(new Date(at ?? now)),
    window: () => window ?? periodSpan(Number(hours), now),
  }[view]()
  const isWrong = !window && (asked.from !== '' || asked.to !== '')
  const shownWindow = isWrong ? asked : { from: span.from.toISOString(), to: span.to.toISOString() }
  const hidden = { hours, flood: flood.key }
  const found = openQuery(staff, `patterns ${flood.key}`, asked.patterns, now)
  const link = (part: LinkPart) => linkTo({ hours, flood: flood.key, ...part })
  // A brief flood is compared with the minutes around it, one in a long period with its own time.
  const compared = view === 'period' ? { from: flood.from, to: new Date(flood.to.getTime() + 1) } : span
  const [bars, shares] = await Promise.all([findFloodBars(staff, flood, span), findFloodShares(staff, flood, compared)])
  return (
    <FloodView
      flood={flood}
      bars={bars}
      span={span}
      shares={shares}
      link={link}
      view={view}
      isBrief={own !== null}
      table={table ? page : null}
      window={<FloodWindow query={shownWindow} wrong={isWrong} hidden={hidden} />}
    >
      <FloodActions flood={flood} ask={ask} />
      <IncidentState incident={incident} hidden={hidden} actions={{ look, close }} />
      <FloodPatterns patterns={found && JSON.parse(found)} hidden={hidden} look={patterns} />
    </FloodView>
  )
}

function viewOf(at: Query['at'], own: Span | null) {
  if (at === undefined && own) return 'flood'
  return at === undefined || at === 'period' ? 'period' : 'hour'
}

/** Null if no window was asked for, or an invalid one. */
function windowOf({ from, to }: Query): Span | null {
  const [first, last] = [readMoment(from), readMoment(to)]
  return first && last && windowSpan(first, last)
}

function linkTo(parts: Record<string, string>): string {
  return `?${new URLSearchParams(parts)}`
}
