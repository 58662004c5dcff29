import { db } from '@/lib/db'
import { HOUR } from './choose-mails'

/**
 * Clears the network tags of mails whose order they no longer affect: an hour after sending, or after a day.
 * @returns how many mails were changed
 */
export async function clearNetworkTags(now: Date): Promise<number> {
  const before = (hours: number) => ({ lt: new Date(now.getTime() - hours * HOUR) })
  const over = [{ sentAt: before(1) }, { failedAt: before(1) }, { queuedAt: before(24) }]
  const where = { network: { not: null }, OR: over }
  return (await db().mail.updateMany({ where, data: { network: null } })).count
}
