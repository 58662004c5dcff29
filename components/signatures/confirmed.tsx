import { words } from '@/messages/words'
import type { OwnSignature } from './signature-page'
import { SignedText } from './signed-text'
import { Withdraw } from './withdraw'

/** Confirmed, and to be counted within seconds. */
export function Confirmed({ token, locale, petition }: OwnSignature) {
  const t = words(locale, 'signature.confirmed')
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="mt-5 font-serif text-lead">{t('lead')}</p>
      <p className="mt-6">
        <a href={`/${locale}/signature/${token}`} className="inline-flex min-h-11 items-center">
          {t('reload')}
        </a>
      </p>
      <SignedText petition={petition} locale={locale} />
      <Withdraw token={token} locale={locale} />
    </>
  )
}
