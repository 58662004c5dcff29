import { type Locale, translator } from '@/messages/translator'
import type { Year } from './activity-years'

const WIDTH = 800
const HEIGHT = 92
const BASE = 64
const MARGIN = 24
const DOT = 5

/** A timeline with a dot for each entry, and below it the years as links. */
export function YearLine({ years, locale }: { years: Year[]; locale: Locale }) {
  const t = translator(locale, 'activities')
  const [from, to] = [years[0]?.year ?? 0, years.at(-1)?.year ?? 0]
  const at = (year: number) => MARGIN + ((WIDTH - 2 * MARGIN) * (year - from)) / Math.max(1, to - from)
  return (
    <nav aria-label={t('years')} className="mt-8">
      <svg
        role="img"
        aria-label={t('picture', { from, to })}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="block w-full rtl:-scale-x-100"
      >
        <path d={`M${MARGIN} ${BASE}H${WIDTH - MARGIN}`} className="stroke-edge" strokeWidth="1.5" />
        {years.map(({ year, entries }) => (
          <g key={year}>
            <path d={`M${at(year)} ${BASE}v10`} className="stroke-edge" strokeWidth="1.5" />
            {entries.map(({ slug, byCoalition }, i) => (
              <circle
                key={slug}
                cx={at(year)}
                cy={BASE - 12 - i * (2 * DOT - 1)}
                r={DOT}
                className={byCoalition ? 'fill-accent stroke-accent' : 'fill-paper stroke-accent'}
                strokeWidth="1.5"
              />
            ))}
          </g>
        ))}
      </svg>
      <ul className="mt-1 flex flex-wrap justify-between gap-x-4">
        {years.map(({ year, entries }) => (
          <li key={year}>
            <a href={`#y${year}`} className="flex min-h-11 flex-col justify-center text-small leading-tight">
              <span className="tabular-nums">{year}</span>
              <span className="text-muted">{t('count', { count: entries.length })}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
