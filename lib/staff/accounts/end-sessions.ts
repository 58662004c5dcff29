import { db } from '@/lib/db'
import { audit } from '../audit/audit'
import { authorise } from '../authorise'
import type { Staff } from '../staff'

/** Ends all sessions of one person, or of everybody; whoever does it keeps the one they are in. */
export function endSessions(by: Staff, of: { userId: string } | 'everybody', now: Date): Promise<number> {
  authorise(by, 'staff.end_session')
  return db().$transaction(async (tx) => {
    const where = of === 'everybody' ? {} : { userId: of.userId }
    const { count } = await tx.session.deleteMany({ where: { ...where, id: { not: by.session.id } } })
    const subject = of === 'everybody' ? 'staff:everybody' : `staff:${of.userId}`
    await audit(tx, { by, verb: 'staff.end_session', subject, detail: { sessions: count } }, now)
    return count
  })
}
