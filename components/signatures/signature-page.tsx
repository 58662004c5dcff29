import type { FormState } from '@/lib/integrity/form-state'
import type { PetitionView } from '@/lib/petitions/petition-view'
import type { SignatureStatus, SpentLink as Spent } from '@/lib/signatures/find-by-token'
import { type Locale, translator } from '@/messages/translator'
import { Appeal } from './appeal'
import { Counted } from './counted'
import { LinkExpired } from './link-expired'
import type { OwnSignature } from './own-signature'
import { Pending } from './pending'
import { SpentLink } from './spent-link'
import { Withdraw } from './withdraw'

/** The page of a mailed link: the signature's state, and what can be done with it. */
export function SignaturePage(props: {
  token: string
  locale: Locale
  status: { signature: SignatureStatus; petition: PetitionView } | null
  /** Why there is nothing behind the link any more. */
  spent: Spent | null
  /** Corrections that came back with what is wrong. */
  draft: FormState
}) {
  const { token, locale, status, spent, draft } = props
  return (
    <div className="text-page pt-8 lg:pt-14">
      {status && <Known token={token} locale={locale} {...status} draft={draft} />}
      {spent && <SpentLink spent={spent} locale={locale} />}
      {!status && !spent && <LinkExpired locale={locale} />}
      {(status || spent) && (
        <p className="mt-6">
          <a href={`/${locale}/signature`} className="inline-flex min-h-11 items-center">
            {translator(locale, 'own')('link')}
          </a>
        </p>
      )}
    </div>
  )
}

function Known({ draft, ...own }: OwnSignature & { draft: FormState }) {
  const { signature } = own
  switch (signature.state) {
    case 'pending':
      return own.petition.status === 'open' ? (
        <Pending {...own} form={signature.form} draft={draft} />
      ) : (
        <Plain locale={own.locale} state="tooLate" />
      )
    case 'confirmed':
    case 'counted':
      return <Counted {...own} />
    case 'held':
      return (
        <>
          <Plain locale={own.locale} state={heldStates[signature.heldFor ?? 'look']} />
          <Appeal token={own.token} locale={own.locale} written={own.signature.appealedAt !== null} />
          <Withdraw token={own.token} locale={own.locale} />
        </>
      )
    case 'removed':
      return (
        <>
          <Plain locale={own.locale} state="removed" />
          <Appeal token={own.token} locale={own.locale} written={own.signature.appealedAt !== null} />
        </>
      )
    default:
      return <Plain locale={own.locale} state={signature.state} />
  }
}

const heldStates = { mailbox: 'heldMailbox', crowd: 'heldCrowd', look: 'held' } as const

type PlainState = 'held' | 'heldMailbox' | 'heldCrowd' | 'removed' | 'withdrawn' | 'tooLate'

function Plain({ locale, state }: { locale: Locale; state: PlainState }) {
  const t = translator(locale, `signature.${state}`)
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="mt-5 font-serif text-lead">{t('lead')}</p>
      <p className="mt-8">
        <a href={`/${locale}/petitions`} className="inline-flex min-h-11 items-center">
          {translator(locale, 'signature')('unknown.petitions')}
        </a>
      </p>
    </>
  )
}
