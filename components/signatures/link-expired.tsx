import { ButtonLink } from '@/components/ui/button'
import { type Locale, translator } from '@/messages/translator'

/** For a link that is expired, cut short or made up: the same words for all, and a way on. */
export function LinkExpired({ locale }: { locale: Locale }) {
  const t = translator(locale, 'signature.unknown')
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="mt-5 font-serif text-lead">{t('lead')}</p>
      <ul className="mt-5 list-disc space-y-2 ps-5 marker:text-edge">
        <li>{t('whole')}</li>
        <li>{t('again')}</li>
      </ul>
      <p className="mt-8">
        <ButtonLink href={`/${locale}/petitions`}>{t('petitions')}</ButtonLink>
      </p>
    </>
  )
}
