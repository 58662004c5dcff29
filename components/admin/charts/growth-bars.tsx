import { scaleLinear } from 'd3-scale'
import type { Growth } from '@/lib/overview/find-growth'
import { zoneName } from '@/lib/text/time-zone'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { ScrollFrame } from '../scroll-frame'
import { t } from '../words'

interface Props {
  id: string
  title: string
  bars: Growth[]
  /** A bar's time in words, for the table and the axis. */
  name: (at: Date) => string
  /** The unit of a bar: "Hour", "Day". */
  unit: string
  /** The zone of their times. */
  zone: string
  /** The list of what came in a bar's time; null if there is none, or not for this role. */
  href?: (at: Date) => string | null
}

const [WIDTH, HEIGHT, LEFT, BOTTOM] = [720, 180, 56, 22]

/**
 * Net growth as bars over time, and as a table. Bars are links for pointers; keyboards use the table, which has the
 * same links.
 */
export function GrowthBars({ id, title, bars, name, unit, zone, href = () => null }: Props) {
  const nets = bars.map(({ net }) => net)
  const sum = nets.reduce((total, net) => total + net, 0)
  const y = scaleLinear([Math.min(0, ...nets), Math.max(1, ...nets)], [HEIGHT - BOTTOM, 8]).nice(3)
  const step = (WIDTH - LEFT) / bars.length
  // All bars of one colour are one path, to keep pages with a hundred bars small.
  const paths = (shown: (net: number) => boolean) =>
    bars
      .map(({ net }, i) => {
        const left = round(LEFT + i * step + step * 0.1)
        return shown(net) ? `M${left} ${round(y(0))}V${round(y(net))}h${round(step * 0.8)}V${round(y(0))}z` : ''
      })
      .join('')
  const peak = bars.find(({ net }) => net === Math.max(...nets))
  return (
    <>
      <ScrollFrame name={t('frame.chartMayScrollSideways', { title })}>
        <svg
          role={bars.some(({ at }) => href(at)) ? 'group' : 'img'}
          aria-labelledby={`${id}-title ${id}-desc`}
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          className="bars chart"
        >
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-desc`}>
            {t('reports.together', { sum, most: peak?.net ?? 0, at: peak ? name(peak.at) : '' })}
          </desc>
          {y.ticks(3).map((tick) => (
            <g key={tick}>
              <path d={`M${LEFT} ${y(tick) + 0.5}H${WIDTH}`} className="base" />
              <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
                {tick.toLocaleString(readerLanguage(), { notation: 'compact' })}
              </text>
            </g>
          ))}
          <path className="up" d={paths((net) => net > 0)} />
          <path className="down" d={paths((net) => net < 0)} />
          {bars.map(({ at, net }, i) => {
            const list = href(at)
            return list ? (
              <a key={at.getTime()} href={list} tabIndex={-1}>
                <title>{t('filter.labelled', { label: name(at), value: net.toLocaleString('en') })}</title>
                {/* Full height, so that low bars can be clicked. */}
                <path d={`M${round(LEFT + i * step)} 0h${round(step)}v${HEIGHT - BOTTOM}H${round(LEFT + i * step)}`} />
              </a>
            ) : null
          })}
          {bars.map(({ at }, i) =>
            i % Math.ceil(bars.length / 6) === 0 ? (
              <text key={at.getTime()} x={LEFT + i * step} y={HEIGHT - 6}>
                {name(at)}
              </text>
            ) : null,
          )}
        </svg>
      </ScrollFrame>
      <details>
        <summary>{t('reports.showAsTable')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('reports.inZone', { unit, zone: zoneName(zone, readerLanguage()) })}</th>
              <th scope="col" className="number">
                {t('reports.net')}
              </th>
            </tr>
          </thead>
          <tbody>
            {bars.toReversed().map(({ at, net }) => {
              const list = href(at)
              return (
                <tr key={at.getTime()}>
                  <td>{list ? <a href={list}>{name(at)}</a> : name(at)}</td>
                  <td className="number">{net.toLocaleString('en')}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </details>
    </>
  )
}

function round(length: number): number {
  return Math.round(length * 10) / 10
}
