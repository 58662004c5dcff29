import { db } from '@/lib/db'

const HOUR = 3_600_000

/** Deletes the counts of hours that the sliding window no longer reaches. */
export async function purgeCounts(now: Date): Promise<number> {
  const last = Math.floor(now.getTime() / HOUR) - 1
  await db().limitProcess.deleteMany({ where: { hour: { lt: last } } })
  return (await db().limitCount.deleteMany({ where: { hour: { lt: last } } })).count
}
