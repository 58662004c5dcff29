import { ShareLinks } from '@/components/coalition/share-links'
import { petitionAddress } from '@/components/petitions/petition-address'
import { ButtonLink } from '@/components/ui/button'
import { translator } from '@/messages/translator'
import type { OwnSignature } from './own-signature'

type Act = OwnSignature['petition']['nextAct']

/**
 * The next request to somebody who has signed: the one act that staff chose for the petition. The others are folded
 * below it, for people who have done that or cannot: one thing asked for is done more often than one of three.
 */
export function NextAct(own: OwnSignature) {
  const { locale, petition } = own
  const others = (['share', 'write', 'read'] as const).filter((act) => act !== petition.nextAct)
  return (
    <div className="mt-8">
      {petition.nextAct === 'share' ? <Share {...own} /> : <Prominent act={petition.nextAct} {...own} />}
      <details className="mt-6 border-y border-rule">
        <summary className="flex min-h-11 items-center py-2 underline underline-offset-4">
          {translator(locale, 'signature.counted')('others')}
        </summary>
        <div className="space-y-4 pb-5">
          {others.map((act) =>
            act === 'share' ? <Share key={act} {...own} /> : <Plain key={act} act={act} locale={locale} />,
          )}
        </div>
      </details>
    </div>
  )
}

type Elsewhere = Exclude<Act, 'share'>

function Prominent({ act, locale }: { act: Elsewhere } & OwnSignature) {
  const t = translator(locale, 'signature.counted')
  return (
    <section aria-labelledby="next-act">
      <h2 id="next-act">{nameOf(act, locale)}</h2>
      <p className="mt-2 font-serif text-lead">{t(act === 'write' ? 'writeLead' : 'readLead')}</p>
      <p className="mt-4">
        <ButtonLink href={hrefOf(act, locale)}>{t(act === 'write' ? 'writeNow' : 'readNow')}</ButtonLink>
      </p>
    </section>
  )
}

function Plain({ act, locale }: { act: Elsewhere; locale: OwnSignature['locale'] }) {
  return (
    <p>
      <a href={hrefOf(act, locale)} className="inline-flex min-h-11 items-center">
        {nameOf(act, locale)}
      </a>
    </p>
  )
}

function nameOf(act: Elsewhere, locale: OwnSignature['locale']): string {
  return act === 'write' ? translator(locale, 'government')('title') : translator(locale, 'signature.counted')('read')
}

function hrefOf(act: Elsewhere, locale: OwnSignature['locale']): string {
  return `/${locale}/${act === 'write' ? 'write-to-your-government' : 'activities'}`
}

/** The address to share has the code of the member whose link they came by, and nothing of theirs. */
function Share({ locale, signature, petition, shareText }: OwnSignature) {
  return (
    <div>
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
    </div>
  )
}
