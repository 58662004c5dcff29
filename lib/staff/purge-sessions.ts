import { db } from '@/lib/db'

/** Deletes expired sessions and sign-in links. */
export async function purgeSessions(now: Date): Promise<void> {
  await db().session.deleteMany({ where: { expires: { lt: now } } })
  await db().verificationToken.deleteMany({ where: { expires: { lt: now } } })
}
