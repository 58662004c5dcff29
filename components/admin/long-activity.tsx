import type { Incident } from '@/lib/floods/incidents/list-incidents'
import type { Growth } from '@/lib/overview/find-growth'
import { FloodChart } from './charts/flood-chart'
import { IncidentTable } from './incident-table'
import { t } from './words'

interface Props {
  days: Growth[]
  /** Days with an incident. */
  noticed: Set<number>
  incidents: Incident[]
  link: (id: string) => string
}

const DAY = 86_400_000

/** Ninety days: the count of each, marks on those with incidents, and the incidents' outcomes. */
export function LongActivity({ days, noticed, incidents, link }: Props) {
  const bars = days.map(({ at, net }) => {
    const all = Math.max(0, net)
    return { at, all, ofFlood: noticed.has(at.getTime()) ? all : 0 }
  })
  const name = (at: Date) => at.toISOString().slice(0, 10)
  const say = ({ at, all, ofFlood }: (typeof bars)[number]) =>
    t('activity.dayBar', { day: name(at), all, noticed: String(ofFlood > 0) })
  return (
    <>
      <section className="panel">
        <h2>{t('activity.perDay')}</h2>
        <FloodChart
          title={t('activity.perDay')}
          bars={bars}
          name={name}
          mark={(at) => at.toISOString().slice(5, 10)}
          href={(at) =>
            `/admin/signatures?${new URLSearchParams({ from: at.toISOString(), to: new Date(at.getTime() + DAY).toISOString() })}`
          }
          say={say}
        />
        <p className="legend">
          <span className="swatch odd" /> {t('activity.noticedDays')} <span className="swatch rest" />{' '}
          {t('activity.otherDays')} · {t('activity.perDayLead')}
        </p>
      </section>
      <h2>{t('activity.whatBecame')}</h2>
      <p className="hint">{t('activity.whatIsKept')}</p>
      <IncidentTable incidents={incidents} link={link} />
    </>
  )
}
