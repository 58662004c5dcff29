import { subjectOf } from '@/lib/signatures/admin/subject'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { readUntil } from './claims'

/**
 * Undoes the decisions of one batch before they are executed, so they leave no trace except in the audit log. The
 * signatures are under this person's review again.
 * @returns `changed` if they were executed, or a second person was asked
 */
export function undoHeld(
  by: Staff,
  batch: string,
  now: Date,
): Promise<{ ok: true; undone: number } | { ok: false; reason: 'changed' }> {
  return staffWrite(by, 'signature.hold', now, async ({ tx, log }) => {
    const rows = await tx.$queryRaw<{ commitment: Uint8Array; alone: boolean }[]>`
      WITH undone AS (SELECT petition_id, email_index, due_at, verdict FROM review_claim WHERE batch = ${batch}::uuid
        AND staff_id = ${by.id}::uuid AND action_id IS NULL AND (due_at IS NULL OR due_at > ${now}) FOR UPDATE)
      UPDATE review_claim c SET verdict = NULL, batch = NULL, decided_at = NULL, due_at = NULL,
        expires_at = ${readUntil(now)}
      FROM undone JOIN signature s USING (petition_id, email_index)
      WHERE c.queue = 'held' AND c.petition_id = undone.petition_id AND c.email_index = undone.email_index
      RETURNING s.commitment, undone.due_at IS NOT NULL OR undone.verdict = 'leave' AS alone`
    if (rows.length === 0) return { ok: false, reason: 'changed' }
    for (const { commitment, alone } of rows) if (alone) log('signature.undo', subjectOf(commitment), { review: batch })
    return { ok: true, undone: rows.length }
  })
}
