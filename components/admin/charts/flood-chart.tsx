import { scaleLinear } from 'd3-scale'
import { Fragment } from 'react'
import type { FloodBar } from '@/lib/floods/find-flood-bars'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { t } from '../words'

interface Props {
  title: string
  bars: FloodBar[]
  /** A bar's time in words, and the short form for the axis. */
  name: (at: Date) => string
  mark: (at: Date) => string
  /** The link to a closer view of a bar; null: none. */
  href: (at: Date) => string | null
  /** A bar's accessible name and tooltip; by default as for floods. */
  say?: (bar: FloodBar) => string
  /** The width of a bar in ms; dragging over the bars fills in a form (`FloodWindow`). */
  step?: number
}

/** In px; widths are relative, so that text keeps its size on a phone. */
const [HEIGHT, TOP, BOTTOM] = [190, 14, 22]
/** The left edge of the bars, in per cent. */
const LEFT = 6

/**
 * Arrivals as bars over time, with a flood's share on top of the rest, in another colour and hatched for those who see
 * or print none. Bars are links for pointers; keyboards use the table, which has the same links.
 */
export function FloodChart({ title, bars, name, mark, href, say, step: width }: Props) {
  const y = scaleLinear([0, Math.max(1, ...bars.map(({ all }) => all))], [HEIGHT - BOTTOM, TOP]).nice(3)
  const step = (100 - LEFT) / bars.length
  const xOf = (i: number) => `${(LEFT + i * step).toFixed(2)}%`
  const marks = bars.map(({ at }) => mark(at))
  const every = Math.ceil(bars.length / 6)
  // Of several bars with the same mark, such as the hours of a day, only the first is marked.
  const isMarked = (i: number) =>
    new Set(marks).size < bars.length / 2 ? i > 0 && marks[i] !== marks[i - 1] : i % every === 0
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a picture
    <svg role="group" aria-label={title} height={HEIGHT} className="bars flood" {...brushOf(bars, width)}>
      <defs>
        <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" className="odd" />
          <rect width="1.5" height="5" className="stripe" />
        </pattern>
      </defs>
      {y
        .ticks(3)
        .filter(Number.isInteger)
        .map((tick) => (
          <g key={tick}>
            <line x1={`${LEFT}%`} x2="100%" y1={y(tick)} y2={y(tick)} className="base" />
            <text x={`${LEFT - 1}%`} y={y(tick) + 4} textAnchor="end">
              {tick.toLocaleString(readerLanguage(), { notation: 'compact' })}
            </text>
          </g>
        ))}
      {bars.map(({ at, all, ofFlood }, i) => {
        if (all === 0) return null
        const place = { x: `${(LEFT + (i + 0.1) * step).toFixed(2)}%`, width: `${(step * 0.8).toFixed(2)}%` }
        const drawn = (
          <>
            {all > ofFlood && (
              <rect {...place} y={y(all - ofFlood)} height={y(0) - y(all - ofFlood)} className="rest" />
            )}
            {ofFlood > 0 && <rect {...place} y={y(all)} height={y(all - ofFlood) - y(all)} fill="url(#hatch)" />}
          </>
        )
        const closer = href(at)
        if (closer === null) return <Fragment key={at.getTime()}>{drawn}</Fragment>
        return (
          <a key={at.getTime()} href={closer} tabIndex={-1}>
            <title>{say ? say({ at, all, ofFlood }) : barName({ at, all, ofFlood }, name)}</title>
            {/* Full height, so that low bars can be clicked. */}
            <rect x={xOf(i)} width={`${step.toFixed(2)}%`} y={TOP} height={HEIGHT - BOTTOM - TOP} className="hit" />
            {drawn}
          </a>
        )
      })}
      {bars.map(({ at }, i) =>
        isMarked(i) ? (
          <text key={at.getTime()} x={xOf(i)} y={HEIGHT - 6}>
            {marks[i]}
          </text>
        ) : null,
      )}
    </svg>
  )
}

/** The data attributes that `public/brush.js` reads. */
function brushOf(bars: FloodBar[], step: number | undefined): Record<`data-${string}`, number> {
  const [first] = bars
  return step && first
    ? { 'data-begin': first.at.getTime(), 'data-step': step, 'data-bars': bars.length, 'data-left': LEFT }
    : {}
}

function barName({ at, all, ofFlood }: FloodBar, name: Props['name']): string {
  return t('activity.bar', { at: name(at), all, ofFlood })
}
