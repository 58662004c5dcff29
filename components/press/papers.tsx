import { PartialDateText } from '@/components/coalition/partial-date'
import { foreignText } from '@/components/site/foreign-text'
import type { LetterView } from '@/lib/coalition/letter-view'
import { type Locale, translator } from '@/messages/translator'

/** The statement and the letters as pages that print well, and the documents. */
export function Papers({ letters, locale }: { letters: LetterView[]; locale: Locale }) {
  const t = translator(locale, 'press')
  return (
    <section aria-labelledby="papers" className="mt-14">
      <h2 id="papers">{t('papers')}</h2>
      <p className="mt-2 max-w-[66ch] text-muted">{t('print')}</p>
      <ul className="mt-4 max-w-[66ch] space-y-3">
        <li>
          <a href={`/${locale}/statement`}>{translator(locale, 'coalition.nav')('statement')}</a>
        </li>
        {letters.map(({ slug, text, dated }) => (
          <li key={slug}>
            <a href={`/${locale}/letters/${slug}`} {...foreignText(text.locale, locale)}>
              {text.title}
            </a>
            , <PartialDateText date={dated} locale={locale} />
          </li>
        ))}
        <li>
          <a href={`/${locale}/documents`}>{translator(locale, 'documents')('title')}</a>
        </li>
      </ul>
    </section>
  )
}
