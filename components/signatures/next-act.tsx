import type { ReactNode } from 'react'
import { ShareLinks } from '@/components/coalition/share-links'
import { petitionAddress } from '@/components/petitions/petition-address'
import { ButtonLink } from '@/components/ui/button'
import { translator } from '@/messages/translator'
import type { OwnSignature } from './own-signature'

/**
 * What somebody who has signed can do next: first what staff chose for the petition. The address to share has the code
 * of the member whose link they came by, and nothing of theirs.
 */
export function NextAct(own: OwnSignature) {
  const { locale, petition } = own
  const t = translator(locale, 'signature.counted')
  const write = { href: `/${locale}/write-to-your-government`, name: translator(locale, 'government')('title') }
  const read = { href: `/${locale}/activities`, name: t('read') }
  if (petition.nextAct === 'share')
    return (
      <div className="mt-8">
        <Share {...own} />
        <Others acts={[write, read]} />
      </div>
    )
  const [first, other] = petition.nextAct === 'write' ? [write, read] : [read, write]
  return (
    <>
      <First title={first.name} lead={t(petition.nextAct === 'write' ? 'writeLead' : 'readLead')}>
        <ButtonLink href={first.href}>{t(petition.nextAct === 'write' ? 'writeNow' : 'readNow')}</ButtonLink>
      </First>
      <div className="mt-8">
        <Share {...own} />
        <Others acts={[other]} />
      </div>
    </>
  )
}

function First({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <section aria-labelledby="next-act" className="mt-8">
      <h2 id="next-act">{title}</h2>
      <p className="mt-2 font-serif text-lead">{lead}</p>
      <p className="mt-4">{children}</p>
    </section>
  )
}

function Share({ locale, signature, petition, shareText }: OwnSignature) {
  return (
    <>
      <ShareLinks
        address={petitionAddress(petition.slug, locale, signature.via)}
        text={shareText}
        title={petition.text.title}
        locale={locale}
        qr
      />
      <p className="mt-2 text-small text-muted">
        {translator(locale, 'signature.counted')(signature.via ? 'shareHintVia' : 'shareHint')}
      </p>
    </>
  )
}

function Others({ acts }: { acts: { href: string; name: string }[] }) {
  return (
    <ul className="mt-2">
      {acts.map(({ href, name }) => (
        <li key={href}>
          <a href={href} className="inline-flex min-h-11 items-center">
            {name}
          </a>
        </li>
      ))}
    </ul>
  )
}
