import { db } from '@/lib/db'

/** Deletes sessions and sign-in links that have lapsed. */
export async function purgeSessions(now: Date): Promise<void> {
  await db().session.deleteMany({ where: { expires: { lt: now } } })
  await db().verificationToken.deleteMany({ where: { expires: { lt: now } } })
}
