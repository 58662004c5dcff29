import { db } from '@/lib/db'
import { audit } from './audit/audit'
import type { Staff } from './staff'

/** Ends one of the person's own sessions; ending it twice is ending it once. */
export async function endSession(by: Staff, sessionId: string, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { id: sessionId, userId: by.id } })
    if (count === 1) await audit(tx, { by, verb: 'session.end', subject: `staff:${by.id}` }, now)
  })
}

/** Ends all of the person's sessions but the one they are in. */
export async function endOtherSessions(by: Staff, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { userId: by.id, id: { not: by.session.id } } })
    const detail = { sessions: count }
    if (count > 0) await audit(tx, { by, verb: 'session.end', subject: `staff:${by.id}`, detail }, now)
  })
}
