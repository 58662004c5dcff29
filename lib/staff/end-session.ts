import { db } from '@/lib/db'
import { record } from './audit/record'
import type { Staff } from './staff'

/** Ends one of the person's own sessions; ending it twice is ending it once. */
export async function endSession(by: Staff, sessionId: string, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { id: sessionId, userId: by.id } })
    if (count === 1) await record(tx, { by, verb: 'session.end', subject: `staff:${by.id}` }, now)
  })
}
