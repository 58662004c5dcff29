import { petitionPath } from '@/components/petitions/petition-address'
import { ButtonLink } from '@/components/ui/button'
import type { LinkShape } from '@/lib/signatures/link-page'
import { type Locale, translator } from '@/messages/translator'

/** A link that was good once: what became of it, and the way on. */
export function SpentLink({ spent, locale }: { spent: NonNullable<LinkShape['spent']>; locale: Locale }) {
  const t = translator(locale, `signature.${spent.state}`)
  const closed = spent.petitionStatus !== 'open'
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="mt-5 font-serif text-lead">{t('lead')}</p>
      <p className="mt-5">{closed ? translator(locale, 'signature')('spentClosed') : t('again')}</p>
      <p className="mt-8">
        <ButtonLink href={`/${locale}${petitionPath(spent.petitionSlug, closed ? null : spent.via)}`}>
          {translator(locale, 'checkEmail')('back')}
        </ButtonLink>
      </p>
    </>
  )
}
