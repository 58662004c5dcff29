import { db } from '@/lib/db'
import { hashToken } from '@/lib/vault/token'
import type { Display, SignatureState } from '@/prisma/generated/enums'
import { LINK_LIFE_DAYS } from './link-life'
import type { PersonalData } from './signature-form'
import { openPersonalData } from './signature-record'
import { findSpentLink, type SpentReason } from './spent-links'

/** What a pending form will count as once confirmed. */
export interface WaitingForm {
  /** Null in forms stored before their page could show it. */
  own: PersonalData | null
  country: string
  display: Display
  updates: boolean
  /** Until when it can be confirmed. */
  expiresAt: Date
}

/** What the page of a mailed link may show. Sealed data is opened with the link's own token. */
export type SignatureStatus = {
  spent: false
  petitionSlug: string
  petitionStatus: string
  locale: string
  /** Of the text that was signed. */
  textSha256: Uint8Array
  receivedAt: Date
  confirmedAt: Date | null
  countedAt: Date | null
  withdrawnAt: Date | null
  /** When its signer last appealed. */
  appealedAt: Date | null
  /** Why it is held, as far as that can be said; null: it is not. */
  heldFor: HeldFor | null
} & ({ state: 'pending'; form: WaitingForm } | { state: SignatureState; form: null })

/** Several signatures of one mailbox, very many of one mail domain, or something else. */
type HeldFor = 'mailbox' | 'crowd' | 'look'

/** A link that no longer works. */
export interface SpentLink {
  spent: true
  state: SpentReason
  petitionSlug: string
  petitionStatus: string
}

/** The form or the signature of a mailed token, or why there is none any more; null for an unknown token. */
export async function findByToken(token: string, now: Date): Promise<SignatureStatus | SpentLink | null> {
  const tokenHash = hashToken(token)
  if (!tokenHash) return null
  const found = (await findSignature(tokenHash)) ?? (await findForm(token, tokenHash, now))
  if (found) return found
  const spent = await findSpentLink(tokenHash)
  return spent && { spent: true, state: spent.reason, petitionSlug: spent.petitionSlug, petitionStatus: spent.status }
}

async function findSignature(tokenHash: Buffer<ArrayBuffer>): Promise<SignatureStatus | null> {
  const row = await db().signature.findFirst({
    where: { tokenHash },
    omit: { sealed: true, emailIndex: true, tokenHash: true, commitment: true, contentMac: true, appeal: true },
  })
  if (!row) return null
  const { slug: petitionSlug, status: petitionStatus } = await petitionOf(row.petitionId)
  const { state, locale, textSha256, receivedAt, confirmedAt, countedAt, withdrawnAt, appealedAt } = row
  const times = { receivedAt, confirmedAt, countedAt, withdrawnAt, appealedAt }
  const heldFor = state === 'held' ? reasonIn(row.signals.split(' ')) : null
  return { spent: false, state, petitionSlug, petitionStatus, locale, textSha256, ...times, heldFor, form: null }
}

async function findForm(
  token: string,
  tokenHash: Buffer<ArrayBuffer>,
  now: Date,
): Promise<SignatureStatus | SpentLink | null> {
  const row = await db().pendingSignature.findFirst({ where: { tokenHash } })
  if (!row) return null
  const { petitionId, emailIndex, locale, textSha256, receivedAt, country, display, updates } = row
  const { slug: petitionSlug, status: petitionStatus } = await petitionOf(petitionId)
  const expiresAt = new Date(receivedAt.getTime() + LINK_LIFE_DAYS * 86_400_000)
  if (expiresAt <= now) return { spent: true, state: 'expired', petitionSlug, petitionStatus }
  const where = { petitionId, emailIndex, state: { not: 'withdrawn' as const } }
  if ((await db().signature.count({ where })) > 0)
    return { spent: true, state: 'superseded', petitionSlug, petitionStatus }
  const form = { own: openPersonalData(token, row.own), country, display, updates, expiresAt }
  const times = { receivedAt, confirmedAt: null, countedAt: null, withdrawnAt: null, appealedAt: null }
  return {
    spent: false,
    state: 'pending',
    petitionSlug,
    petitionStatus,
    locale,
    textSha256,
    ...times,
    heldFor: null,
    form,
  }
}

function reasonIn(signals: string[]): HeldFor {
  if (signals.includes('shared_mailbox')) return 'mailbox'
  return signals.includes('crowded_domain') ? 'crowd' : 'look'
}

function petitionOf(id: string) {
  return db().petition.findUniqueOrThrow({ where: { id } })
}
