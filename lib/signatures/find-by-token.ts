import { db } from '@/lib/db'
import { hashToken } from '@/lib/vault/token'
import type { SignatureState } from '@/prisma/generated/enums'
import { LINK_LIFE_DAYS } from './link-life'

/** What the page behind a mailed link may say. Nothing of it is sealed. */
export interface SignatureStatus {
  state: SignatureState | 'expired'
  petitionSlug: string
  petitionStatus: string
  locale: string
  /** Of the words that were signed. */
  textSha256: Uint8Array
  receivedAt: Date
  confirmedAt: Date | null
  countedAt: Date | null
  withdrawnAt: Date | null
  /** When its signer last wrote to the coalition about it. */
  appealedAt: Date | null
  /** Until when a pending signature can be confirmed. */
  expiresAt: Date
}

/** The signature behind a mailed token, or null. Reading changes nothing. */
export async function findByToken(token: string, now: Date): Promise<SignatureStatus | null> {
  const tokenHash = hashToken(token)
  if (!tokenHash) return null
  const row = await db().signature.findFirst({
    where: { tokenHash },
    omit: { sealed: true, emailIndex: true, tokenHash: true, commitment: true, contentMac: true, appeal: true },
  })
  if (!row) return null
  const petition = await db().petition.findUniqueOrThrow({ where: { id: row.petitionId } })
  const { locale, textSha256, receivedAt, confirmedAt, countedAt, withdrawnAt, appealedAt } = row
  const expiresAt = new Date(receivedAt.getTime() + LINK_LIFE_DAYS * 86_400_000)
  const state = row.state === 'pending' && expiresAt <= now ? 'expired' : row.state
  const { slug: petitionSlug, status: petitionStatus } = petition
  const times = { receivedAt, confirmedAt, countedAt, withdrawnAt, appealedAt, expiresAt }
  return { state, petitionSlug, petitionStatus, locale, textSha256, ...times }
}
