import { scaleLinear } from 'd3-scale'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { t } from '../words'

/** A day's share; `null` if there is too little data. */
export interface LimitBar {
  day: string
  share: number | null
  /** There was any data. */
  any: boolean
}

interface Props {
  id: string
  title: string
  bars: LimitBar[]
  /** The share above which it is too much. */
  limit: number
}

/** In px; widths are relative, so that text keeps its size on a phone. */
const [HEIGHT, TOP, BOTTOM] = [130, 18, 22]
/** The left edge of the bars, in per cent. */
const LEFT = 9

/**
 * Daily shares with a line at the limit. Bars above it are also hatched, and days with too little data are hollow, so
 * that no colour is needed. The table beside it has the numbers.
 */
export function LimitBars({ id, title, bars, limit }: Props) {
  const known = bars.flatMap(({ day, share }) => (share === null ? [] : [{ day, share }]))
  const most = known.toSorted((a, b) => b.share - a.share)[0]
  const y = scaleLinear([0, Math.max(limit * 1.5, most?.share ?? 0)], [HEIGHT - BOTTOM, TOP])
  // The limit, and ticks that are far enough from its label.
  const others = [...new Set([0, most?.share ?? 0])].filter((at) => Math.abs(y(at) - y(limit)) > 14)
  const step = (100 - LEFT) / bars.length
  const across = (i: number) => ({
    x: `${(LEFT + (i + 0.1) * step).toFixed(2)}%`,
    width: `${(step * 0.8).toFixed(2)}%`,
  })
  return (
    <svg role="img" aria-labelledby={`${id}-title ${id}-desc`} height={HEIGHT} className="bars flood">
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>
        {most
          ? t('mailChart.desc', {
              over: known.filter(({ share }) => share > limit).length,
              limit: percent(limit),
              most: percent(most.share),
              at: most.day,
            })
          : t('mailChart.descNone')}
      </desc>
      <defs>
        <pattern id={`${id}-hatch`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" className="odd" />
          <rect width="1.5" height="5" className="stripe" />
        </pattern>
      </defs>
      <line x1={`${LEFT}%`} x2="100%" y1={y(0)} y2={y(0)} className="base" />
      {bars.map(({ day, share, any }, i) => {
        const top = share === null ? (y(0) + y(limit)) / 2 : y(share)
        const place = { ...across(i), y: top, height: y(0) - top }
        if (share === null) return any ? <rect key={day} {...place} className="hollow" /> : null
        return share === 0 ? null : (
          <rect key={day} {...place} {...(share > limit ? { fill: `url(#${id}-hatch)` } : { className: 'rest' })} />
        )
      })}
      <line x1={`${LEFT}%`} x2="100%" y1={y(limit)} y2={y(limit)} className="limit" />
      {[limit, ...others].map((mark) => (
        <text key={mark} x={`${LEFT - 1}%`} y={y(mark) + 4} textAnchor="end">
          {percent(mark)}
        </text>
      ))}
      {bars.map(({ day }, i) =>
        i % 5 === 0 ? (
          <text key={day} x={across(i).x} y={HEIGHT - 6}>
            {day.slice(5)}
          </text>
        ) : null,
      )}
    </svg>
  )
}

/** Formats a share as a percentage in the reader's language. */
export function percent(share: number): string {
  return share.toLocaleString(readerLanguage(), { style: 'percent', maximumFractionDigits: 2 })
}
