import { petitionAddress } from '@/components/petitions/petition-address'
import { Picture } from '@/components/ui/picture'
import type { Locale } from '@/messages/translator'
import { t } from '../words'

interface Props {
  petition: { slug: string; text: { title: string; locale: string } }
  /** The language of the linked page. */
  locale: Locale
  members: { slug: string; name: string; nameLocale: string }[]
}

/**
 * Every member's link to a petition, as text to copy and as a QR code to print. Each code is a file of its own, which
 * keeps the page small.
 */
export function LinkSheet({ petition, locale, members }: Props) {
  const rows = members.map(({ slug, name, nameLocale }) => ({
    slug,
    name,
    nameLocale,
    address: petitionAddress(petition.slug, locale, slug),
  }))
  const lines = rows.map(({ name, address }) => `${name}\t${address}`)
  return (
    <>
      <details className="unprinted">
        <summary>{t('coalition.allAsText', { members: rows.length })}</summary>
        <textarea
          aria-label={t('coalition.linksOfAllMembers')}
          readOnly
          rows={12}
          className="wide"
          dir="ltr"
          spellCheck={false}
          defaultValue={lines.join('\n')}
        />
      </details>
      <h2 lang={petition.text.locale}>{petition.text.title}</h2>
      <ul className="link-sheet">
        {rows.map(({ slug, name, nameLocale, address }) => (
          <li key={slug}>
            <h3>
              <bdi lang={nameLocale}>{name}</bdi>
            </h3>
            <Picture
              src={`links/qr?${new URLSearchParams({ petition: petition.slug, language: locale, member: slug })}`}
              alt={t('coalition.qrCodeOf', { address: name })}
              width={224}
              height={224}
            />
            <a href={address}>
              <code className="link">{address}</code>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
