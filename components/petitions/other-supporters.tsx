import { FallbackNote } from '@/components/site/fallback-note'
import { foreignText } from '@/components/site/foreign-text'
import { findLetterOfPetition } from '@/lib/coalition/find-letter'
import { type Locale, translator } from '@/messages/translator'

/** Organisations with the same demand: the signers of the letter that staff have chosen for the petition. */
export async function OtherSupporters({ slug, locale }: { slug: string; locale: Locale }) {
  const t = translator(locale, 'petition.others')
  const letter = await findLetterOfPetition(slug, locale)
  const others = letter?.coSigners.filter(({ organisation }) => !organisation.includes('ICNK')) ?? []
  if (!letter?.text.callNote || others.length === 0) return null
  const { title, callNote, locale: textLocale } = letter.text
  const foreign = foreignText(textLocale, locale)
  return (
    <section aria-labelledby="who-else">
      <h2 id="who-else">{t('title')}</h2>
      <p className="mt-4 max-w-[66ch]" {...foreign}>
        {callNote}
      </p>
      <FallbackNote textLocale={textLocale} locale={locale} />
      <ul className="mt-3 max-w-[66ch] border-t border-rule">
        {others.map(({ organisation, memberSlug }) => (
          <li key={organisation} className="border-b border-rule py-2">
            <bdi lang="en">
              {memberSlug ? <a href={`/${locale}/members/${memberSlug}`}>{organisation}</a> : organisation}
            </bdi>
          </li>
        ))}
      </ul>
      <p className="mt-4">
        <a href={`/${locale}/letters/${letter.slug}`}>
          <span {...foreign}>{title}</span>
        </a>
      </p>
    </section>
  )
}
