import { randomUUID } from 'node:crypto'
import { readKey } from '@/lib/signatures/admin/signature-key'
import { subjectOf } from '@/lib/signatures/admin/subject'
import { reserveSoloQuota } from '@/lib/signatures/solo-quota/reserve-solo-quota'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { LEFT } from './claims'
import type { ReviewResult } from './decide-held'

type LeaveResult = ReviewResult | { ok: false; reason: 'quota_used' }

/**
 * Leaves signatures that this person has under review held: nobody gets them for 30 days, unless it is undone or their
 * signer appeals. They stay in the list of held signatures, each with the note in its history.
 * @param note the reason, naming nobody
 */
export function leaveHeld(by: Staff, keys: string[], note: string, now: Date): Promise<LeaveResult> {
  return staffWrite<LeaveResult>(by, 'signature.hold', now, async ({ tx, log }) => {
    const read = keys.flatMap((key) => readKey(key) ?? [])
    const batch = randomUUID()
    const rows = await tx.$queryRaw<{ commitment: Uint8Array }[]>`
      UPDATE review_claim c SET verdict = 'leave', batch = ${batch}::uuid, decided_at = ${now},
        expires_at = ${new Date(now.getTime() + LEFT)}
      FROM unnest(${read.map((key) => key.petitionId)}::uuid[], ${read.map((key) => key.emailIndex)}::bytea[])
        AS chosen(petition_id, email_index) JOIN signature s USING (petition_id, email_index)
      WHERE c.queue = 'held' AND c.staff_id = ${by.id}::uuid AND c.verdict IS NULL AND s.state = 'held'
        AND c.petition_id = chosen.petition_id AND c.email_index = chosen.email_index RETURNING s.commitment`
    if (rows.length === 0) return { ok: false, reason: 'changed' }
    // Uses the same quota, so nobody can bury what they could not decide.
    if (!(await reserveSoloQuota(tx, by, read[0]?.petitionId ?? '', rows.length, now)))
      return { ok: false, reason: 'quota_used' }
    for (const { commitment } of rows) log('signature.leave_held', subjectOf(commitment), { review: batch, note })
    return { ok: true, decided: rows.length }
  })
}
