import { db } from '@/lib/db'
import { audit } from '@/lib/staff/audit/audit'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { readKey } from '../admin/signature-key'
import { subjectOf } from '../admin/subject'
import { reserveSoloQuota } from '../solo-quota/reserve-solo-quota'

export type LiftResult = { ok: true } | { ok: false; reason: 'unknown' | 'changed' | 'quota_used' }

/** Takes the address of a signature off the suppression list: its next mail is sent, for every petition. */
export async function liftSuppression(by: Staff, key: string, now: Date): Promise<LiftResult> {
  authorise(by, 'suppression.lift')
  const where = readKey(key)
  const row = where && (await db().signature.findUnique({ where: { petitionId_emailIndex: where } }))
  if (!row) return { ok: false, reason: 'unknown' }
  const lifting = db().$transaction(async (tx): Promise<LiftResult> => {
    const lifted = await tx.$queryRaw<{ reason: string }[]>`
      DELETE FROM suppression USING suppressed_signature link
      WHERE link.petition_id = ${row.petitionId}::uuid AND link.email_index = ${row.emailIndex}::bytea
        AND suppression.address_hash = link.address_hash RETURNING reason`
    const [gone] = lifted
    if (!gone) return { ok: false, reason: 'changed' }
    if (!(await reserveSoloQuota(tx, by, row.petitionId, 1, now))) throw new QuotaUsed()
    const detail = { reason: gone.reason }
    await audit(tx, { by, verb: 'suppression.lift', subject: subjectOf(row.commitment), detail }, now)
    return { ok: true }
  })
  return lifting.catch((error: unknown) => {
    if (error instanceof QuotaUsed) return { ok: false, reason: 'quota_used' }
    throw error
  })
}

/** Takes the lifting back with it. */
class QuotaUsed extends Error {}
