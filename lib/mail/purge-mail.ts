import { db } from '@/lib/db'

const DAY = 86_400_000

/**
 * Deletes settled rows after two days: the limit looks back an hour, and staff who trace a lost mail a day. Mail that
 * was never sent is deleted with its form, after a week. Rows of a mailing are deleted as soon as they are counted
 * (lib/mailings), not before.
 * @returns how many rows were deleted
 */
export async function purgeMail(now: Date): Promise<number> {
  const before = (days: number) => ({ lt: new Date(now.getTime() - days * DAY) })
  const over = [{ sentAt: before(2) }, { failedAt: before(2) }, { queuedAt: before(8) }]
  return (await db().mail.deleteMany({ where: { mailingId: null, OR: over } })).count
}
