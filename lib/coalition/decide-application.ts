import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { audit } from '@/lib/staff/audit/audit'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'

export type DecideResult = { ok: true } | { ok: false; reason: 'application_unknown' | 'not_confirmed' }

/**
 * Staff accept or decline a confirmed application, once. To make a member of it is a step of its own.
 * @param why goes into the record; nothing personal
 */
export async function decideApplication(
  by: Staff,
  id: string,
  decision: 'accepted' | 'declined',
  why: string,
  now: Date,
): Promise<DecideResult> {
  authorise(by, 'coalition.decide')
  if (!isId(id)) return { ok: false, reason: 'application_unknown' }
  return db().$transaction(async (tx): Promise<DecideResult> => {
    const { count } = await tx.application.updateMany({
      where: { id, state: 'confirmed' },
      data: { state: decision, decidedAt: now, decidedBy: by.id },
    })
    if (count === 0) {
      const known = await tx.application.count({ where: { id } })
      return { ok: false, reason: known ? 'not_confirmed' : 'application_unknown' }
    }
    await audit(tx, { by, verb: `application.${decision}`, subject: `application:${id}`, detail: { why } }, now)
    return { ok: true }
  })
}
