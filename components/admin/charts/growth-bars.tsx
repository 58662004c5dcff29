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
  /** What the bars are: "Hour", "Day". */
  unit: string
  /** The zone of their times. */
  zone: string
  /** The list of what came in a bar's time; null where there is none, or not for this role. */
  href?: (at: Date) => string | null
}

const [WIDTH, HEIGHT, LEFT, BOTTOM] = [720, 180, 56, 22]

/**
 * Net growth as bars over time, and the same as a table. Its bars are links for pointers; keys go by the table, which has one
 * for each.
 */
export function GrowthBars({ id, title, bars, name, unit, zone, href = () => null }: Props) {
  const nets = bars.map(({ net }) => net)
  const sum = nets.reduce((total, net) => total + net, 0)
  const y = scaleLinear([Math.min(0, ...nets), Math.max(1, ...nets)], [HEIGHT - BOTTOM, 8]).nice(3)
  const step = (WIDTH - LEFT) / bars.length
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
          {bars.map(({ at, net }, i) => {
            const bar = (
              <rect
                key={at.getTime()}
                x={LEFT + i * step + step * 0.1}
                y={Math.min(y(net), y(0))}
                width={step * 0.8}
                height={Math.abs(y(net) - y(0))}
                className={net < 0 ? 'down' : 'up'}
              />
            )
            const list = href(at)
            if (!list) return bar
            return (
              <a key={at.getTime()} href={list} tabIndex={-1}>
                <title>{t('filter.labelled', { label: name(at), value: net.toLocaleString('en') })}</title>
                {/* As high as the chart, so that a low bar can be met. */}
                <rect x={LEFT + i * step} y={0} width={step} height={HEIGHT - BOTTOM} className="hit" />
                {bar}
              </a>
            )
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
