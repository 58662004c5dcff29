import { QrCode } from '@/components/coalition/qr-code'
import { ShareLinks } from '@/components/coalition/share-links'
import { petitionAddress } from '@/components/petitions/petition-address'
import { MEMBER_PATH } from '@/lib/web/member-cookie'
import { languageName } from '@/messages/language-name'
import { type Locale, locales, translator } from '@/messages/translator'
import type { OwnPetition } from './own-petition'

interface Props {
  own: OwnPetition
  /** The member's. */
  code: string
  locale: Locale
}

/**
 * A member's material for others: links in each language, form for its site, sheets to sign and the QR code, with its
 * code.
 */
export function OwnLinks({ own: { petition, text }, code, locale }: Props) {
  const t = translator(locale, 'memberPage.links')
  const { slug } = petition
  const address = petitionAddress(slug, locale, code)
  const share = translator(locale, 'share')
  const more = [
    [`/${locale}/members/${code}/embed`, translator(locale, 'embed')('title')],
    [`/${locale}/petitions/${slug}/sheet?via=${code}`, translator(locale, 'sheet')('open')],
    [`/share/${slug}/${locale === 'ar-XB' ? 'en' : locale}.png`, t('picture')],
    [`/${locale}${MEMBER_PATH}/picture/${slug}`, t('pictureCode')],
  ]
  return (
    <div className="mt-8">
      <ShareLinks
        id={`${slug}-links`}
        heading={t('title')}
        address={address}
        text={text}
        title={petition.text.title}
        locale={locale}
      />
      <p className="mt-1 text-small text-muted">{translator(locale, 'members.share')('hint')}</p>
      <ul className="mt-2 flex flex-wrap gap-x-6">
        {more.map(([href, words]) => (
          <li key={href}>
            <a href={href} className="inline-flex min-h-11 items-center">
              {words}
            </a>
          </li>
        ))}
      </ul>
      <details className="mt-2">
        <summary className="min-h-11 cursor-pointer py-2">{share('qr.title')}</summary>
        <div className="mt-2 max-w-[14rem]">
          <QrCode address={address} label={share('qr.alt', { address })} />
        </div>
        <a href={`/${locale}/members/${code}/qr/${slug}`} download className="inline-flex min-h-11 items-center">
          {share('qr.download')}
        </a>
      </details>
      <details className="mt-2">
        <summary className="min-h-11 cursor-pointer py-2">{t('languages')}</summary>
        <ul className="mt-2 space-y-2">
          {locales
            .filter((one) => one !== locale && one !== 'ar-XB')
            .map((one) => (
              <li key={one}>
                <span lang={one}>{languageName(one, one)}</span>{' '}
                <a href={petitionAddress(slug, one, code)} dir="ltr" className="break-all">
                  {petitionAddress(slug, one, code)}
                </a>
              </li>
            ))}
        </ul>
      </details>
    </div>
  )
}
