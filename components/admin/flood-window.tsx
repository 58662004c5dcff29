import { keptMoment, keptName, shownIn } from '@/lib/signatures/admin/typed-moments'
import { zoneName } from '@/lib/text/time-zone'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { readerZone } from '@/lib/web/admin/reader-zone'
import { FilterText } from './filter-field'
import { t } from './words'

interface Props {
  /** Times in UTC, or invalid input. */
  query: { from: string; to: string }
  wrong: boolean
  /** Identifies the flood. */
  hidden: Record<string, string>
}

/**
 * A form for any part of a flood's time. With scripts, dragging over the bars fills it in and submits it
 * (`public/brush.js`).
 */
export function FloodWindow({ query, wrong, hidden }: Props) {
  const reader = readerZone()
  const zone = zoneName(reader, readerLanguage())
  const moments = ['from', 'to'] as const
  const kept = moments.map((name) => [keptName(name), keptMoment(reader, query, name) ?? ''] as const)
  const all: Record<string, string> = { ...hidden, zone: reader, ...Object.fromEntries(kept) }
  return (
    <>
      {wrong && (
        <p className="notice wrong" role="alert">
          {t('activity.noWindow')}
        </p>
      )}
      <form method="get" className="filters" id="window">
        {Object.entries(all).map(([name, value]) =>
          value === '' ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
        {moments.map((name) => (
          <FilterText
            key={name}
            name={name}
            label={t(name === 'from' ? 'filter.receivedFrom' : 'filter.receivedBefore', { zone })}
            value={shownIn(reader, query, name)}
            wrong={wrong}
            type="datetime-local"
          />
        ))}
        <button type="submit">{t('activity.showWindow')}</button>
        <span className="hint" data-with-script hidden>
          {t('activity.dragToo')}
        </span>
      </form>
      <script src="/brush.js" type="module" />
    </>
  )
}
