import { ShareLinks } from '@/components/coalition/share-links'
import { petitionAddress } from '@/components/petitions/petition-address'
import { translator } from '@/messages/translator'
import type { OwnSignature } from './own-signature'

/**
 * What somebody who has signed can do next: tell others, first of all. The address has the code of the member whose
 * link they came by, and nothing of theirs.
 */
export function NextAct({ locale, signature, petition, shareText }: OwnSignature) {
  const t = translator(locale, 'signature.counted')
  const act = 'inline-flex min-h-11 items-center'
  return (
    <div className="mt-8">
      <ShareLinks
        address={petitionAddress(petition.slug, locale, signature.via)}
        text={shareText}
        title={petition.text.title}
        locale={locale}
        qr
      />
      <p className="mt-2 text-small text-muted">{t(signature.via ? 'shareHintVia' : 'shareHint')}</p>
      <ul className="mt-2">
        <li>
          <a href={`/${locale}/write-to-your-government`} className={act}>
            {translator(locale, 'government')('title')}
          </a>
        </li>
        <li>
          <a href={`/${locale}/activities`} className={act}>
            {t('read')}
          </a>
        </li>
      </ul>
    </div>
  )
}
