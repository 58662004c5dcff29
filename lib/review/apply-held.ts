import { db } from '@/lib/db'
import { changeRows } from '@/lib/signatures/admin/transitions'
import { answerAppeals } from '@/lib/signatures/answer-appeal'
import { isAnyFrozen } from '@/lib/staff/approvals/people'
import { transact } from '@/lib/transaction'

interface Batch {
  batch: string
  petitionId: string
  verdict: string
  staffId: string
}

/**
 * Executes reviewers' decisions one minute after they were made, batch by batch. Decisions of a frozen reviewer wait. A
 * signature that is no longer held, for example withdrawn, stays as it is.
 * @returns how many signatures were changed
 */
export async function applyHeld(now: Date): Promise<number> {
  const batches = await db().$queryRaw<Batch[]>`
    SELECT DISTINCT batch::text, petition_id::text AS "petitionId", verdict, staff_id::text AS "staffId"
    FROM review_claim WHERE due_at <= ${now}`
  let changed = 0
  for (const batch of batches) if (!(await isAnyFrozen(db(), [batch.staffId], now))) changed += await apply(batch, now)
  return changed
}

/** The claims are deleted first, so that an undo or another worker comes either before or after the whole batch. */
function apply({ batch, petitionId, verdict }: Batch, now: Date): Promise<number> {
  return transact(async (tx) => {
    const rows = await tx.$queryRaw<{ emailIndex: Uint8Array; decidedAt: Date }[]>`
      DELETE FROM review_claim WHERE batch = ${batch}::uuid AND due_at <= ${now} RETURNING email_index AS "emailIndex", decided_at AS "decidedAt"`
    const held = rows.map(({ emailIndex }) => ({ emailIndex, state: 'held' as const }))
    const verb = verdict === 'release' ? 'release' : 'remove'
    const decision = { id: batch, approvals: 1, ...(verb === 'remove' ? { reason: verdict } : {}) }
    const changed = (await changeRows(tx, verb, petitionId, held, decision, now)).map(({ emailIndex }) => emailIndex)
    // The reviewer had read the signatures' appeals.
    const answer = verb === 'release' ? 'counts' : verdict === 'duplicate' ? 'duplicate' : 'fraud'
    await answerAppeals(tx, petitionId, changed, answer, rows[0]?.decidedAt ?? now, now)
    return changed.length
  })
}
