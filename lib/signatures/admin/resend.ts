import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db'
import { canonicalEmail } from '@/lib/input/canonical-email'
import { addressIndex } from '@/lib/mail/address-index'
import { networkTag } from '@/lib/mail/network-tag'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { openRecord } from '@/lib/vault/open-record'
import { signatureRecord } from '../signature-record'
import { reserveSoloQuota } from '../solo-quota/reserve-solo-quota'
import { readKey } from './signature-key'
import { subjectOf } from './subject'

export type ResendResult = { ok: true } | { ok: false; reason: 'unknown' | 'changed' | 'quota_used' }

/** Queues the signature's link again; it is sent within the hourly limit (lib/mail/choose-mails.ts). */
export async function resend(by: Staff, key: string, now: Date): Promise<ResendResult> {
  authorise(by, 'signature.resend')
  const where = readKey(key)
  const row = where && (await db().signature.findUnique({ where: { petitionId_emailIndex: where } }))
  if (!row) return { ok: false, reason: 'unknown' }
  if (row.state === 'removed' || row.state === 'withdrawn') return { ok: false, reason: 'changed' }
  const address = canonicalEmail(openRecord(row.sealed, signatureRecord).email)
  if (!address) return { ok: false, reason: 'unknown' }
  const index = addressIndex(address.canonical)
  const { petitionId, emailIndex } = row
  const who = { addressIndex: index, id: randomUUID(), network: networkTag(index, 'admin') }
  return staffWrite<ResendResult>(by, 'signature.resend', now, async ({ tx, log }) => {
    if (!(await reserveSoloQuota(tx, by, petitionId, 1, now))) return { ok: false, reason: 'quota_used' }
    const mail = { ...who, kind: 'signature', petitionId, emailIndex, queuedAt: now, notBefore: now }
    await tx.mail.create({ data: mail })
    log('signature.resend', subjectOf(row.commitment))
    return { ok: true }
  })
}
