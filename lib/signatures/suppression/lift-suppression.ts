import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { readKey } from '../admin/signature-key'
import { subjectOf } from '../admin/subject'
import { reserveSoloQuota } from '../solo-quota/reserve-solo-quota'

export type LiftResult = { ok: true } | { ok: false; reason: 'unknown' | 'changed' | 'quota_used' }

/** Removes the address of a signature from the suppression list, for every petition: its next mail is sent. */
export function liftSuppression(by: Staff, key: string, now: Date): Promise<LiftResult> {
  return staffWrite<LiftResult>(by, 'suppression.lift', now, async ({ tx, log }) => {
    const where = readKey(key)
    const row = where && (await tx.signature.findUnique({ where: { petitionId_emailIndex: where } }))
    if (!row) return { ok: false, reason: 'unknown' }
    const lifted = await tx.$queryRaw<{ reason: string }[]>`
      DELETE FROM suppression USING suppressed_signature link
      WHERE link.petition_id = ${row.petitionId}::uuid AND link.email_index = ${row.emailIndex}::bytea
        AND suppression.address_hash = link.address_hash RETURNING reason`
    const [gone] = lifted
    if (!gone) return { ok: false, reason: 'changed' }
    if (!(await reserveSoloQuota(tx, by, row.petitionId, 1, now))) return { ok: false, reason: 'quota_used' }
    log('suppression.lift', subjectOf(row.commitment), { reason: gone.reason })
    return { ok: true }
  })
}
