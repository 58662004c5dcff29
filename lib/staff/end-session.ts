import type { Staff } from './staff'
import { staffWrite } from './staff-write'

/** Ends one of the person's own sessions. Calling it again changes nothing. */
export function endSession(by: Staff, sessionId: string, now: Date): Promise<void> {
  return staffWrite(by, 'account.manage', now, async ({ tx, log }) => {
    const { count } = await tx.session.deleteMany({ where: { id: sessionId, userId: by.id } })
    if (count === 1) log('session.end', `staff:${by.id}`)
  })
}

/** Ends all of the person's sessions except the one they are in. */
export function endOtherSessions(by: Staff, now: Date): Promise<void> {
  return staffWrite(by, 'account.manage', now, async ({ tx, log }) => {
    const others = { userId: by.id, id: { not: by.session.id } }
    await tx.session.deleteMany({ where: { ...others, expires: { lte: now } } })
    const { count } = await tx.session.deleteMany({ where: others })
    if (count > 0) log('session.end', `staff:${by.id}`, { sessions: count })
  })
}
