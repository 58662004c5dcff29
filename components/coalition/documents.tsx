import { foreignText } from '@/components/site/foreign-text'
import type { DocumentView } from '@/lib/coalition/documents/document-view'
import { fileSize } from '@/lib/text/file-size'
import { languageName } from '@/messages/language-name'
import { type Locale, translator } from '@/messages/translator'
import { PartialDateText } from './partial-date'

/** Documents as links that download them, with date, language, type, size and hash. */
export function Documents({ documents, locale }: { documents: DocumentView[]; locale: Locale }) {
  const t = translator(locale, 'documents')
  return (
    <ul className="max-w-[66ch] space-y-4">
      {documents.map(({ slug, title, language, dated, type, size, sha256 }) => (
        <li key={slug} className="break-inside-avoid">
          <a href={`/api/v1/documents/${slug}`} hrefLang={language} {...foreignText(language, locale)}>
            {title}
          </a>
          <div className="text-small text-muted">
            <PartialDateText date={dated} locale={locale} /> · {languageName(language, locale)} ·{' '}
            <bdi>{type.toUpperCase()}</bdi> · <bdi>{fileSize(size, locale)}</bdi>
            <details>
              <summary>{t('hash')}</summary>
              <code className="break-all">{sha256}</code>
            </details>
          </div>
        </li>
      ))}
    </ul>
  )
}
