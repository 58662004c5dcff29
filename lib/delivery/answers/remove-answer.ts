import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'

export type RemoveAnswerResult = { ok: true } | { ok: false; reason: 'changed' }

/**
 * Removes a wrongly entered answer from the petition's page. One person suffices, so that nothing false stays published
 * until a second one is found. The audit log keeps the answer.
 */
export function removeAnswer(by: Staff, id: string, why: string, now: Date): Promise<RemoveAnswerResult> {
  return staffWrite<RemoveAnswerResult>(by, 'petition.answer', now, async ({ tx, log }) => {
    // `deleteMany` would not return what it deleted. Of two simultaneous removals, one finds nothing.
    const [gone] = await tx.$queryRaw<{ delivery_id: string; addressee: string; kind: string; day: string }[]>`
      DELETE FROM delivery_answer WHERE id = ${id}::uuid
      RETURNING delivery_id, addressee, kind::text, answered_on::text AS day`
    if (!gone) return { ok: false, reason: 'changed' }
    const { delivery_id, addressee, kind, day } = gone
    log('petition.remove_answer', `delivery:${delivery_id}`, { office: addressee, answer: kind, day, why })
    return { ok: true }
  })
}
