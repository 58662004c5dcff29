import { isId } from '@/lib/input/id'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'

export type DecideResult = { ok: true } | { ok: false; reason: 'application_unknown' | 'not_confirmed' }

/**
 * Accepts or declines a confirmed application, once. Adding the member is a separate step.
 * @param why goes into the audit log; nothing personal
 */
export function decideApplication(
  by: Staff,
  id: string,
  decision: 'accepted' | 'declined',
  why: string,
  now: Date,
): Promise<DecideResult> {
  return staffWrite<DecideResult>(by, 'coalition.decide', now, async ({ tx, log }) => {
    if (!isId(id)) return { ok: false, reason: 'application_unknown' }
    const { count } = await tx.application.updateMany({
      where: { id, state: 'confirmed' },
      data: { state: decision, decidedAt: now, decidedBy: by.id },
    })
    if (count === 0) {
      const known = await tx.application.count({ where: { id } })
      return { ok: false, reason: known ? 'not_confirmed' : 'application_unknown' }
    }
    log(`application.${decision}`, `application:${id}`, { why })
    return { ok: true }
  })
}
