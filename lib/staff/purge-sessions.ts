import { db } from '@/lib/db'
import { KNOWN_FOR } from './find-staff-session'

/** Deletes sessions that expired and are no longer recognised (`findExpiredSession`), and expired sign-in links. */
export async function purgeSessions(now: Date): Promise<void> {
  await db().session.deleteMany({ where: { expires: { lt: new Date(now.getTime() - KNOWN_FOR) } } })
  await db().verificationToken.deleteMany({ where: { expires: { lt: now } } })
}
