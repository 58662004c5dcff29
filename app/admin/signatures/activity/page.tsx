import { z } from 'zod'
import { adminPage } from '@/components/admin/admin-page'
import { Empty } from '@/components/admin/empty'
import { FloodActions } from '@/components/admin/flood-actions'
import { FloodTable } from '@/components/admin/flood-table'
import { FloodView } from '@/components/admin/flood-view'
import { PageHeading } from '@/components/admin/page-heading'
import { t } from '@/components/admin/words'
import { findFloodBars } from '@/lib/floods/find-flood-bars'
import { findFloodShares } from '@/lib/floods/find-flood-shares'
import { floodSpan, hourSpan, periodSpan } from '@/lib/floods/flood-span'
import { type Flood, listFloods } from '@/lib/floods/list-floods'
import { SOLO_QUOTA } from '@/lib/signatures/solo-quota/solo-quota'
import type { Staff } from '@/lib/staff/staff'
import { ask } from '../../bulk/actions'

const HOUR = 3_600_000
const windows = [
  { name: '1', hours: 1, words: 'activity.lastHour' },
  { name: '24', hours: 24, words: 'activity.lastDay' },
  { name: '168', hours: 168, words: 'activity.lastWeek' },
] as const

/** Which flood the picture is of, by its key, and which hour of it; what cannot be read is left out. */
const query = z.object({
  hours: z.enum(windows.map(({ name }) => name)).catch('24'),
  flood: z.string().catch(''),
  at: z
    .union([z.literal('period'), z.iso.datetime()])
    .optional()
    .catch(undefined),
})
type Query = z.infer<typeof query>

export default adminPage('bulk.ask', async (staff, { searchParams }) => {
  const now = new Date()
  const { hours, flood, at } = query.parse(await searchParams)
  const chosen = windows.find(({ name }) => name === hours) ?? windows[1]
  const floods = await listFloods(staff, new Date(now.getTime() - chosen.hours * HOUR))
  // Never another one's picture and buttons in place of one that is gone.
  const shown = flood === '' ? floods[0] : floods.find(({ key }) => key === flood)
  return (
    <>
      <PageHeading>{t('signatures.suspiciousActivity')}</PageHeading>
      <nav aria-label={t('signatures.period')} className="row">
        {windows.map(({ name, words }) => (
          <a key={name} href={`?hours=${name}`} aria-current={name === chosen.name ? 'page' : undefined}>
            {t(words)}
          </a>
        ))}
      </nav>
      <p>{t('signatures.manySignaturesWithSomething', { limit: SOLO_QUOTA })}</p>
      {flood !== '' && !shown && <p>{t('activity.gone')}</p>}
      {floods.length > 0 ? (
        <>
          {shown && (await picture(staff, shown, { hours, flood, at }, now))}
          <h2>{t('activity.allOfThem')}</h2>
          <FloodTable floods={floods} shown={shown?.key} link={(key) => linkTo({ hours, flood: key })} />
        </>
      ) : (
        <Empty next={{ href: '/admin/signatures', words: t('common.allSignatures') }}>
          {t('signatures.nothingUnusualInThis')}
        </Empty>
      )}
    </>
  )
})

async function picture(staff: Staff, flood: Flood, { hours, at }: Query, now: Date) {
  const own = floodSpan(flood, now)
  const view = at === undefined && own ? 'flood' : at === undefined || at === 'period' ? 'period' : 'hour'
  const span = {
    flood: () => own ?? periodSpan(Number(hours), now),
    period: () => periodSpan(Number(hours), now),
    hour: () => hourSpan(new Date(at ?? now)),
  }[view]()
  const link = (part: { at?: string }) => linkTo({ hours, flood: flood.key, ...part })
  // Beside a brief one stand the minutes around it; beside one in a long period those of its own time.
  const compared = view === 'period' ? { from: flood.from, to: new Date(flood.to.getTime() + 1) } : span
  const [bars, shares] = await Promise.all([findFloodBars(staff, flood, span), findFloodShares(staff, flood, compared)])
  return (
    <FloodView flood={flood} bars={bars} span={span} shares={shares} link={link} view={view} isBrief={own !== null}>
      <FloodActions flood={flood} ask={ask} />
    </FloodView>
  )
}

function linkTo(parts: Record<string, string>): string {
  return `?${new URLSearchParams(parts)}`
}
