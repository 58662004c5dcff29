import { foreignText } from '@/components/site/foreign-text'
import type { CoSigner, LetterPage as Letter } from '@/lib/coalition/find-letter'
import { dateInWords } from '@/lib/coalition/partial-date'
import { type Locale, translator } from '@/messages/translator'
import { nameOfCountry } from './member-links'

/** The organisations that signed a letter, with links to the pages of members. */
export function CoSigners({ letter, locale }: { letter: Letter; locale: Locale }) {
  const t = translator(locale, 'letters')
  const { coSigners, status, text } = letter
  return (
    <section aria-labelledby="co-signers" className="max-lg:mt-12">
      <h2 id="co-signers">{t('coSigners')}</h2>
      {text.signersNote && (
        <p className="mt-2 text-small text-muted" {...foreignText(text.locale, locale)}>
          {text.signersNote}
        </p>
      )}
      {coSigners.length === 0 && <p className="mt-3">{t(status === 'open' ? 'none' : 'noneNamed')}</p>}
      <ul className={coSigners.length > 0 ? 'mt-3 border-t border-rule' : undefined}>
        {coSigners.map((signer) => (
          <Entry key={signer.organisation} signer={signer} locale={locale} />
        ))}
      </ul>
      {status === 'open' && (
        <p className="mt-4 text-small text-muted print:hidden">
          {t.rich('byInvitation', {
            link: (inner) => <a href={`/${locale}/letters/${letter.slug}/co-sign`}>{inner}</a>,
          })}
        </p>
      )}
    </section>
  )
}

function Entry({ signer, locale }: { signer: CoSigner; locale: Locale }) {
  const t = translator(locale, 'letters')
  const { organisation, country, memberSlug, signed } = signer
  const about = [
    ...(country ? [nameOfCountry(country, locale)] : []),
    ...(memberSlug ? [t('member')] : []),
    t('signedOn', { date: dateInWords(signed, locale) }),
  ]
  return (
    <li className="break-inside-avoid border-b border-rule py-2 leading-snug">
      <bdi>{memberSlug ? <a href={`/${locale}/members/${memberSlug}`}>{organisation}</a> : organisation}</bdi>
      <p className="text-small text-muted">{about.join(' · ')}</p>
    </li>
  )
}
