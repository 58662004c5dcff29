import { db } from '@/lib/db'

/**
 * Deletes access links and sessions that have expired, and requests that could not be mailed for a day: the person has
 * asked again since.
 */
export async function purgeAccessLinks(now: Date): Promise<number> {
  const links = await db().accessLink.deleteMany({ where: { expiresAt: { lt: now } } })
  const dayAgo = { lt: new Date(now.getTime() - 86_400_000) }
  const mails = await db().mail.deleteMany({
    where: { kind: 'access_link', sentAt: null, failedAt: null, queuedAt: dayAgo },
  })
  return links.count + mails.count
}
