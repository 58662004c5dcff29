import { dateInWords } from '@/lib/coalition/partial-date'
import type { SourceView } from '@/lib/coalition/source-view'
import { scriptLanguage } from '@/lib/text/script-language'
import { type Locale, translator } from '@/messages/translator'

/** Sources with the date on which each was published, which is not that of the event. */
export function Sources({ sources, locale, label }: { sources: SourceView[]; locale: Locale; label?: string }) {
  const t = translator(locale, 'coalition')
  if (sources.length === 0) return null
  return (
    <div className="mt-3 text-small text-muted">
      <p className="sr-only">{label ?? t('sources')}</p>
      <ul className="space-y-1">
        {sources.map((source) => (
          <li key={source.key}>
            <Name source={source} locale={locale} />
            {source.published && <>, {t('published', { date: dateInWords(source.published, locale) })}</>}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Name({ source: { name, publisher, url }, locale }: { source: SourceView; locale: Locale }) {
  const text = translator(locale, 'coalition')('source', { publisher, name })
  // Titles stay in the words of the source: left-to-right within any line.
  return url ? (
    <a href={url} rel="noopener noreferrer" hrefLang={scriptLanguage(name)}>
      <bdi>{text}</bdi>
    </a>
  ) : (
    <bdi>{text}</bdi>
  )
}
