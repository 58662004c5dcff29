import { foreignText } from '@/components/site/foreign-text'
import { type Locale, translator } from '@/messages/translator'

/** A letter that can be co-signed. */
export interface OpenLetter {
  slug: string
  title: string
  titleLocale: string
}

/** Letters that the member can ask to sign, as any organisation can: a link goes to an address of its own domain. */
export function OwnLetters({ letters, locale }: { letters: OpenLetter[]; locale: Locale }) {
  if (letters.length === 0) return null
  const t = translator(locale, 'letters')
  return (
    <section aria-labelledby="letters" className="mt-16 border-t border-rule pt-8">
      <h2 id="letters">{t('open')}</h2>
      <ul className="mt-3 space-y-3">
        {letters.map(({ slug, title, titleLocale }) => (
          <li key={slug}>
            <a href={`/${locale}/letters/${slug}`} {...foreignText(titleLocale, locale)}>
              {title}
            </a>
            <br />
            <a href={`/${locale}/letters/${slug}/co-sign`} className="inline-flex min-h-11 items-center">
              {t('coSign.title')}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
