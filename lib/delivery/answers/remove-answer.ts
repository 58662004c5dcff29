import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'

export type RemoveAnswerResult = { ok: true } | { ok: false; reason: 'changed' }

/**
 * Takes an answer off the petition's page, where it was entered wrongly: one person does, so that what is false does not
 * stand there until a second one is found. The audit log keeps what it was.
 */
export function removeAnswer(by: Staff, id: string, why: string, now: Date): Promise<RemoveAnswerResult> {
  return staffWrite<RemoveAnswerResult>(by, 'petition.answer', now, async ({ tx, log }) => {
    // `deleteMany` would not say what it deleted; of two people who remove it at once, one finds nothing.
    const [gone] = await tx.$queryRaw<{ delivery_id: string; addressee: string; kind: string; day: string }[]>`
      DELETE FROM delivery_answer WHERE id = ${id}::uuid
      RETURNING delivery_id, addressee, kind::text, answered_on::text AS day`
    if (!gone) return { ok: false, reason: 'changed' }
    const { delivery_id, addressee, kind, day } = gone
    log('petition.remove_answer', `delivery:${delivery_id}`, { office: addressee, answer: kind, day, why })
    return { ok: true }
  })
}
