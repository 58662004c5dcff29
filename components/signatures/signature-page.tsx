import { petitionPath } from '@/components/petitions/petition-address'
import { ButtonLink } from '@/components/ui/button'
import type { FormState } from '@/lib/integrity/form-state'
import type { WaitingForm } from '@/lib/signatures/find-by-token'
import type { FormShape, LinkFacts, LinkShape } from '@/lib/signatures/link-page'
import { type PersonalData, type TypedField, typedFields } from '@/lib/signatures/signature-form'
import { type Locale, translator } from '@/messages/translator'
import { Appeal } from './appeal'
import { Counted } from './counted'
import { LinkExpired } from './link-expired'
import type { OwnSignature } from './own-signature'
import { Pending } from './pending'
import { SpentLink } from './spent-link'
import { Withdraw } from './withdraw'

/**
 * The page of a mailed link: the signature's state, and what can be done with it. What it says of one person is in
 * `facts`, each shown as it is or not at all: the rest is rendered once for many (lib/web/cached-markup.ts).
 * @param draft corrections that came back with what is wrong
 */
export function SignaturePage({ shape, facts, draft }: { shape: LinkShape; facts: LinkFacts; draft: FormState }) {
  const { locale, spent, signature, petition, shareText, count } = shape
  return (
    <div className="text-page pt-8 lg:pt-14">
      {signature && petition && (
        <Known
          token={facts.token}
          locale={locale}
          signature={signature}
          petition={petition}
          shareText={shareText}
          count={count}
          facts={facts}
          draft={draft}
        />
      )}
      {spent && <SpentLink spent={spent} locale={locale} />}
      {!signature && !spent && <LinkExpired locale={locale} />}
      {(signature || spent) && (
        <p className="mt-6">
          <a href={`/${locale}/signature`} className="inline-flex min-h-11 items-center">
            {translator(locale, 'own')('link')}
          </a>
        </p>
      )}
    </div>
  )
}

function Known({ facts, draft, ...own }: OwnSignature & { facts: LinkFacts; draft: FormState }) {
  const { signature } = own
  switch (signature.state) {
    case 'pending':
      return signature.form && own.petition.status === 'open' ? (
        <Pending {...own} form={formOf(signature.form, facts)} made={facts.made} draft={draft} />
      ) : (
        <Plain locale={own.locale} state="tooLate" />
      )
    case 'confirmed':
    case 'counted':
      return <Counted {...own} entry={facts.entry} />
    case 'held':
      return (
        <>
          <Plain locale={own.locale} state={heldStates[signature.heldFor ?? 'review']} />
          <Appeal {...own} />
          <Withdraw token={own.token} locale={own.locale} />
        </>
      )
    case 'removed':
      return (
        <>
          <Plain locale={own.locale} state="removed" />
          <Appeal {...own} />
        </>
      )
    default:
      return <Plain locale={own.locale} state={signature.state} again={again(own)} />
  }
}

function formOf({ own, ...form }: FormShape, facts: LinkFacts): WaitingForm {
  if (!own) return { ...form, own: null, shownName: null }
  const typed = Object.fromEntries(typedFields.map((name) => [name, own.filled.includes(name) ? facts[name] : null]))
  return {
    ...form,
    own: { ...(typed as Pick<PersonalData, TypedField>), neutral: own.neutral },
    shownName: own.shownName ? facts.shownName : null,
  }
}

const heldStates = { shared_mailbox: 'heldMailbox', crowded_domain: 'heldCrowd', review: 'held' } as const

type PlainState = 'held' | 'heldMailbox' | 'heldCrowd' | 'removed' | 'withdrawn' | 'tooLate'

/** Where somebody who withdrew can sign again, as led there by the same member. */
function again({ locale, signature, petition }: OwnSignature): string {
  return `/${locale}${petitionPath(petition.slug, petition.status === 'open' ? signature.via : null)}`
}

function Plain({ locale, state, again }: { locale: Locale; state: PlainState; again?: string }) {
  const t = translator(locale, `signature.${state}`)
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="mt-5 font-serif text-lead">{t('lead')}</p>
      {again && (
        <p className="mt-8">
          <ButtonLink href={again}>{translator(locale, 'checkEmail')('back')}</ButtonLink>
        </p>
      )}
      <p className="mt-8">
        <a href={`/${locale}/petitions`} className="inline-flex min-h-11 items-center">
          {translator(locale, 'signature')('unknown.petitions')}
        </a>
      </p>
    </>
  )
}
