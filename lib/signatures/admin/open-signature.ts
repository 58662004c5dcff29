import { db } from '@/lib/db'
import { canonicalEmail } from '@/lib/input/canonical-email'
import { authoriseRole } from '@/lib/staff/authorise'
import { type OpeningRefusal, reserveOpening } from '@/lib/staff/quota/reserve-opening'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { openRecord } from '@/lib/vault/open-record'
import { findAppeal } from '../find-appeal'
import { signatureRecord } from '../signature-record'
import { findMails, type MailView } from './find-mails'
import { readKey } from './signature-key'
import { subjectOf } from './subject'

/** The values that a signer entered, decrypted. */
export interface OpenedSignature {
  name: string
  email: string
  comment: string | null
  /** The appeal against being held or removed. */
  appeal: string | null
  /** Today's mails about it (UTC). */
  mails: MailView[]
}

type OpeningResult = { ok: true } | { ok: false; reason: 'unknown' | 'why_missing' | OpeningRefusal }

/**
 * Logs that a member of staff is about to decrypt a signature, and uses one of their day's openings. Only then may the
 * page call `openSignature`.
 */
export function auditOpening(by: Staff, key: string, why: string, now: Date): Promise<OpeningResult> {
  return auditOpenings(by, [key], why, now)
}

/** Logs and reserves openings of several signatures: all of them, or none. */
export function auditOpenings(by: Staff, keys: string[], why: string, now: Date): Promise<OpeningResult> {
  return staffWrite<OpeningResult>(by, 'signature.open', now, async ({ tx, log }) => {
    if (!why) return { ok: false, reason: 'why_missing' }
    for (const key of keys) {
      const where = readKey(key)
      const select = { commitment: true }
      const row = where && (await tx.signature.findUnique({ where: { petitionId_emailIndex: where }, select }))
      if (!row) return { ok: false, reason: 'unknown' }
      const refusal = await reserveOpening(tx, by, 'opening', now)
      if (refusal) return { ok: false, reason: refusal }
      log('signature.open', subjectOf(row.commitment), { why })
    }
    return { ok: true }
  })
}

/**
 * Decrypts a signature. Call it only after its opening was logged, which requires step-up.
 * @throws Error if this process has no private key
 */
export async function openSignature(by: Staff, key: string): Promise<OpenedSignature | null> {
  authoriseRole(by, 'signature.open')
  const where = readKey(key)
  const row = where && (await db().signature.findUnique({ where: { petitionId_emailIndex: where } }))
  if (!row) return null
  const { name, email, comment } = openRecord(row.sealed, signatureRecord)
  const [appeal, mails] = await Promise.all([
    findAppeal(where.petitionId, where.emailIndex),
    findMails(where, canonicalEmail(email)?.canonical ?? email),
  ])
  return { name, email, comment, appeal: appeal?.text ?? null, mails }
}
