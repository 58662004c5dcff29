import { db } from '@/lib/db'

/**
 * Deletes links and sessions that are over, requests that could not be mailed for a day, and the contacts of members
 * that left, with their links.
 */
export async function purgeMemberAccess(now: Date): Promise<number> {
  const access = await db().memberAccess.deleteMany({ where: { expiresAt: { lte: now } } })
  const contacts = await db().memberContact.deleteMany({ where: { member: { leftOn: { lte: now } } } })
  const dayAgo = { lt: new Date(now.getTime() - 86_400_000) }
  const mails = await db().mail.deleteMany({
    where: { kind: 'member_link', sentAt: null, failedAt: null, queuedAt: dayAgo },
  })
  return access.count + contacts.count + mails.count
}
