import type { ReactNode } from 'react'
import { foreignText } from '@/components/site/foreign-text'
import { dateInWords } from '@/lib/coalition/partial-date'
import type { SourceView } from '@/lib/coalition/source-view'
import { symbolAddress } from '@/lib/coalition/symbol-address'
import { scriptLanguage } from '@/lib/text/script-language'
import { languageName } from '@/messages/language-name'
import { type Locale, translator } from '@/messages/translator'

/** Sources, each with its own date of publication, not that of the event. */
export function Sources({ sources, locale, label }: { sources: SourceView[]; locale: Locale; label?: string }) {
  const t = translator(locale, 'coalition')
  if (sources.length === 0) return null
  return (
    <div className="mt-3 text-small text-muted">
      <p className="sr-only">{label ?? t('sources')}</p>
      <ul className="space-y-1">
        {sources.map((source) => (
          <Entry key={source.key} source={source} locale={locale} />
        ))}
      </ul>
    </div>
  )
}

function Entry({ source, locale }: { source: SourceView; locale: Locale }) {
  const t = translator(locale, 'coalition')
  const { author, symbol, language, published, readSha256 } = source
  return (
    <li>
      <Name source={source} locale={locale} />
      {author && (
        <>
          , <bdi>{t('sourceAuthor', { author })}</bdi>
        </>
      )}
      {published && <>, {t('published', { date: dateInWords(published, locale) })}</>}
      {symbol && (
        <>
          , <OutsideLink url={symbolAddress(symbol)}>{symbol}</OutsideLink>
        </>
      )}
      {/* Only if it differs from the reader's language. */}
      {language && language !== locale && <>, {t('sourceLanguage', { language: languageName(language, locale) })}</>}
      {readSha256 && (
        <details>
          <summary>{t('sourceHash')}</summary>
          <code className="break-all">{readSha256}</code>
        </details>
      )}
    </li>
  )
}

function Name({ source: { name, publisher, url, language }, locale }: { source: SourceView; locale: Locale }) {
  const titleLanguage = language ?? scriptLanguage(name)
  // Titles stay in the source's language, isolated as left-to-right.
  const text = translator(locale, 'coalition').rich('source', {
    publisher,
    name,
    title: (title) => <bdi {...(titleLanguage && foreignText(titleLanguage, locale))}>{title}</bdi>,
  })
  if (!url) return <bdi>{text}</bdi>
  return (
    <OutsideLink url={url} language={titleLanguage}>
      {text}
    </OutsideLink>
  )
}

/** A link without a referrer, so that the other site does not learn where the reader came from. */
function OutsideLink({ url, language, children }: { url: string; language?: string | undefined; children: ReactNode }) {
  return (
    <a href={url} rel="noopener noreferrer" hrefLang={language}>
      <bdi>{children}</bdi>
    </a>
  )
}
