import type { MailDay } from '@/lib/overview/status/mail-days'
import { ENOUGH_MAILS, MAX_BOUNCES, MAX_COMPLAINTS } from '@/lib/overview/status/thresholds'
import { AdminTable } from '../admin-table'
import { type LimitBar, LimitBars, percent } from '../charts/limit-bars'
import { Empty } from '../empty'
import { t } from '../words'

/** Bounces and complaints of thirty days with the shares at which providers block senders, as charts and a table. */
export function MailChart({ days }: { days: MailDay[] | null }) {
  return (
    <section className="panel" aria-labelledby="mails">
      <h2 id="mails">{t('mailChart.title')}</h2>
      {days ? <Charts days={days} /> : <Empty>{t('mailChart.none')}</Empty>}
    </section>
  )
}

function Charts({ days }: { days: MailDay[] }) {
  const bars = (of: 'bounced' | 'complained') =>
    days.map((day): LimitBar => {
      const share = day.tried >= ENOUGH_MAILS ? day[of] / day.tried : null
      return { day: day.day, share, any: day[of] > 0 }
    })
  const [bounced, complained] = [
    t('mailChart.bounced', { limit: percent(MAX_BOUNCES) }),
    t('mailChart.complained', { limit: percent(MAX_COMPLAINTS) }),
  ]
  return (
    <>
      <p>{t('mailChart.lead')}</p>
      <h3>{bounced}</h3>
      <LimitBars id="bounced" title={bounced} bars={bars('bounced')} limit={MAX_BOUNCES} />
      <h3>{complained}</h3>
      <LimitBars id="complained" title={complained} bars={bars('complained')} limit={MAX_COMPLAINTS} />
      <p className="legend">
        <span className="swatch" /> {t('mailChart.upTo')} <span className="swatch odd" /> {t('mailChart.above')}{' '}
        <span className="swatch hollow" /> {t('mailChart.few', { enough: ENOUGH_MAILS })}
      </p>
      <details>
        <summary>{t('reports.showAsTable')}</summary>
        <AdminTable
          heads={[
            t('mailChart.dayUtc'),
            { number: t('mailChart.tried') },
            { number: t('mailChart.bounces') },
            { number: t('mailChart.complaints') },
          ]}
        >
          {days.toReversed().map((day) => (
            <tr key={day.day}>
              <td>{day.day}</td>
              <td className="number">{day.tried.toLocaleString('en')}</td>
              <td className="number">{withShare(day.bounced, day.tried)}</td>
              <td className="number">{withShare(day.complained, day.tried)}</td>
            </tr>
          ))}
        </AdminTable>
      </details>
    </>
  )
}

function withShare(number: number, of: number): string {
  const said = number.toLocaleString('en')
  return of >= ENOUGH_MAILS ? `${said} (${percent(number / of)})` : said
}
