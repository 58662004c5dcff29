import { randomUUID } from 'node:crypto'
import { readKey } from '@/lib/signatures/admin/signature-key'
import { subjectOf } from '@/lib/signatures/admin/subject'
import { GRACE } from '@/lib/signatures/recent-change/grace'
import { reserveSoloQuota } from '@/lib/signatures/solo-quota/reserve-solo-quota'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { SET_ASIDE } from './claims'

/** A reviewer's decisions: let a signature count, or remove it for a reason of the public ledger. */
export const verdicts = ['release', 'fraud', 'duplicate'] as const
export type Verdict = (typeof verdicts)[number]

export type ReviewResult = { ok: true; decided: number } | { ok: false; reason: 'unknown' | 'changed' }

/**
 * Decides on held signatures that this person has under review. Decisions are executed after a minute (`applyHeld`);
 * without solo quota left, they are set aside for a second person (`requestSetAside`).
 */
export function decideHeld(by: Staff, keys: string[], verdict: Verdict, now: Date): Promise<ReviewResult> {
  const verb = verdict === 'release' ? 'signature.release' : 'signature.remove'
  return staffWrite<ReviewResult>(by, verb, now, async ({ tx, log }) => {
    const read = keys.flatMap((key) => readKey(key) ?? [])
    const petitionId = read[0]?.petitionId
    if (!petitionId || read.length !== keys.length || read.some((key) => key.petitionId !== petitionId))
      return { ok: false, reason: 'unknown' }
    const batch = randomUUID()
    const rows = await tx.$queryRaw<{ commitment: Uint8Array }[]>`
      UPDATE review_claim c SET verdict = ${verdict}, batch = ${batch}::uuid, decided_at = ${now},
        due_at = ${new Date(now.getTime() + GRACE)}, expires_at = ${new Date(now.getTime() + SET_ASIDE)}
      FROM signature s WHERE c.queue = 'held' AND c.staff_id = ${by.id}::uuid AND c.verdict IS NULL
        AND c.petition_id = ${petitionId}::uuid AND c.email_index = ANY(${read.map((key) => key.emailIndex)}::bytea[])
        AND s.petition_id = c.petition_id AND s.email_index = c.email_index AND s.state = 'held'
      RETURNING s.commitment`
    if (rows.length === 0) return { ok: false, reason: 'changed' }
    if (await reserveSoloQuota(tx, by, petitionId, rows.length, now)) {
      const detail = { review: batch, ...(verdict === 'release' ? {} : { reason: verdict }) }
      for (const { commitment } of rows) log(verb, subjectOf(commitment), detail)
    } else await tx.reviewClaim.updateMany({ where: { batch }, data: { dueAt: null } })
    return { ok: true, decided: rows.length }
  })
}
