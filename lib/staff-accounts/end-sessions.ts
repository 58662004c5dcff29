import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'

/** Ends all sessions of one person, or of everybody, except the one it is done in. @returns how many */
export function endSessions(by: Staff, of: { userId: string } | 'everybody', now: Date): Promise<number> {
  return staffWrite(by, 'staff.end_session', now, async ({ tx, log }) => {
    const where = of === 'everybody' ? {} : { userId: of.userId }
    const others = { ...where, id: { not: by.session.id } }
    // What has expired of itself ends too, so that no form is kept for it any more, and is not counted.
    await tx.session.deleteMany({ where: { ...others, expires: { lte: now } } })
    const { count } = await tx.session.deleteMany({ where: others })
    log('staff.end_session', of === 'everybody' ? 'staff:everybody' : `staff:${of.userId}`, { sessions: count })
    return count
  })
}
