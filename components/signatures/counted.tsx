import { Share } from '@/components/site/share'
import { ButtonLink } from '@/components/ui/button'
import { env } from '@/lib/env'
import { longDate } from '@/lib/text/formats'
import { translator } from '@/messages/translator'
import type { OwnSignature } from './own-signature'
import { Receipt } from './receipt'
import { SignedText } from './signed-text'
import { Withdraw } from './withdraw'

/**
 * Counted, or confirmed and about to be: thanks in one line, what happens next, then telling others. The public number
 * of one just confirmed follows with others' (lib/ledger/batch), which is no reason to let its signer wait.
 */
export function Counted({ token, locale, signature, petition }: OwnSignature) {
  const t = translator(locale, 'signature.counted')
  const soon = translator(locale, 'signature.confirmed')
  const counted = signature.state === 'counted'
  const path = `/${locale}/petitions/${petition.slug}`
  return (
    <>
      <h1>{counted ? t('title') : soon('title')}</h1>
      {!counted && <p className="mt-5 font-serif text-lead">{soon('follows')}</p>}
      <h2 className="mt-8">{t('next')}</h2>
      <ul className="mt-3 list-disc space-y-2 ps-5 marker:text-edge">
        {signature.confirmedAt && <li>{t('confirmedOn', { date: longDate(signature.confirmedAt, locale) })}</li>}
        {counted && <li>{t('kept')}</li>}
        <li>{t('delivery')}</li>
        <li>{t('keep')}</li>
      </ul>
      {petition.inView && (
        <>
          <p className="mt-6">
            <ButtonLink href={path}>{t('petition')}</ButtonLink>
          </p>
          <Share address={`${env().SITE_URL}${path}`} title={petition.text.title} locale={locale} />
        </>
      )}
      <SignedText petition={petition} locale={locale} />
      {counted ? <Receipt token={token} locale={locale} /> : <p className="mt-8 text-muted">{soon('receipt')}</p>}
      <Withdraw token={token} locale={locale} />
    </>
  )
}
