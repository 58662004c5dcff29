import { showMoment } from '@/components/check/show-moment'
import { CheckLink } from '@/components/petitions/check-link'
import { foreignText } from '@/components/site/foreign-text'
import type { PetitionView } from '@/lib/petitions/petition-view'
import { type Locale, translator } from '@/messages/translator'

/** The public count of each petition with its moment. Nothing finer: small numbers by country could lead to people. */
export function PetitionFigures({ petitions, locale }: { petitions: PetitionView[]; locale: Locale }) {
  const t = translator(locale, 'check')
  const counted = petitions.filter(({ status, count }) => status === 'open' || count > 0)
  if (counted.length === 0) return null
  return (
    <section aria-labelledby="petition-figures" className="mt-12">
      <h2 id="petition-figures">{translator(locale, 'press')('figures')}</h2>
      <ul className="mt-4 max-w-[66ch] space-y-4">
        {counted.map(({ slug, text, count, asOf }) => (
          <li key={slug}>
            <a href={`/${locale}/petitions/${slug}`} {...foreignText(text.locale, locale)}>
              {text.title}
            </a>
            <p className="tabular-nums">{t('count', { net: count, asOf: showMoment(asOf, locale) })}</p>
          </li>
        ))}
      </ul>
      <p className="mt-4">
        <CheckLink locale={locale} />
      </p>
    </section>
  )
}
