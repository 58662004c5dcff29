import { db } from '@/lib/db'
import { canonicalEmail } from '@/lib/integrity/canonical-email'
import { record } from '@/lib/staff/audit/record'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { keyedHash } from '@/lib/vault/blind-index'
import { dayKey } from '@/lib/vault/day-key'
import { openRecord } from '@/lib/vault/open-record'
import { signatureRecord } from '../signature-record'
import { reserveSoloQuota } from '../solo-quota/reserve-solo-quota'
import { readKey } from './signature-key'
import { subjectOf } from './subject'

export type ResendResult = { ok: true } | { ok: false; reason: 'unknown' | 'changed' | 'two_today' | 'quota_used' }

/** Queues the signature's mail again: the link to confirm, or to its page. At most two mails a day for one address. */
export async function resend(by: Staff, key: string, now: Date): Promise<ResendResult> {
  authorise(by, 'signature.resend')
  const where = readKey(key)
  const row = where && (await db().signature.findUnique({ where: { petitionId_emailIndex: where } }))
  if (!row) return { ok: false, reason: 'unknown' }
  if (row.state === 'removed' || row.state === 'withdrawn') return { ok: false, reason: 'changed' }
  const address = canonicalEmail(openRecord(row.sealed, signatureRecord).email)
  if (!address) return { ok: false, reason: 'unknown' }
  const addressIndex = keyedHash(await dayKey('mail', now), address.canonical)
  const day = new Date(now.toISOString().slice(0, 10))
  return db().$transaction(async (tx) => {
    const slot = (await tx.mail.count({ where: { addressIndex, day } })) + 1
    if (slot > 2) return { ok: false, reason: 'two_today' }
    const { petitionId, emailIndex } = row
    if (!(await reserveSoloQuota(tx, by, petitionId, 1, now))) return { ok: false, reason: 'quota_used' }
    const mail = { addressIndex, day, slot, kind: 'signature', petitionId, emailIndex, queuedAt: now, notBefore: now }
    await tx.mail.create({ data: mail })
    await record(tx, { by, verb: 'signature.resend', subject: subjectOf(row.commitment) }, now)
    return { ok: true }
  })
}
