import { findLetter } from '@/lib/coalition/find-letter'
import { type Locale, translator } from '@/messages/translator'

/** The petition that asks for what the joint letter of 2015 asked for, and that letter. */
const alike: Record<string, string> = { 'security-council-must-act': 'security-council-2015' }

/** Organisations that call for the same: the signers of the letter of 2015. */
export async function OtherSupporters({ slug, locale }: { slug: string; locale: Locale }) {
  const t = translator(locale, 'petition.others')
  const letter = alike[slug] ? await findLetter(alike[slug], locale) : null
  if (!letter) return null
  const others = letter.coSigners.filter(({ organisation }) => !organisation.includes('ICNK'))
  return (
    <section aria-labelledby="who-else">
      <h2 id="who-else">{t('title')}</h2>
      <p className="mt-4 max-w-[66ch]">{t('lead2015')}</p>
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
        <a href={`/${locale}/letters/${letter.slug}`}>{letter.text.title}</a>
      </p>
    </section>
  )
}
