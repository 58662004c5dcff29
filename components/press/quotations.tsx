import { Sources } from '@/components/coalition/sources'
import { foreignText } from '@/components/site/foreign-text'
import type { QuotationView } from '@/lib/coalition/press/list-quotations'
import { type Locale, translator } from '@/messages/translator'

/** Quotations in people's own words, with office and source. */
export function Quotations({ quotations, locale }: { quotations: QuotationView[]; locale: Locale }) {
  const t = translator(locale, 'press')
  if (quotations.length === 0) return null
  return (
    <section aria-labelledby="quotations" className="mt-14">
      <h2 id="quotations">{t('quotations')}</h2>
      <p className="mt-2 text-muted">{t('verbatim')}</p>
      <div className="mt-6 space-y-8">
        {quotations.map(({ words, speaker, office, language, view }) => (
          <figure key={words} className="max-w-[66ch] border-s-2 border-edge ps-5">
            <blockquote className="font-serif" {...foreignText(language, locale)}>
              <p>“{words}”</p>
            </blockquote>
            <figcaption>
              <p className="mt-2" {...foreignText(language, locale)}>
                {office ? `${speaker}, ${office}` : speaker}
              </p>
              <Sources sources={[view]} locale={locale} />
            </figcaption>
          </figure>
        ))}
      </div>
    </section>
  )
}
