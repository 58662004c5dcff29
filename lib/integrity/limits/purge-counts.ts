import { db } from '@/lib/db'
import { purgeHits } from './limit-hits'

const HOUR = 3_600_000

/** Deletes the counts of hours that the sliding window no longer reaches, and how often limits were reached long ago. */
export async function purgeCounts(now: Date): Promise<number> {
  await purgeHits(now)
  const last = Math.floor(now.getTime() / HOUR) - 1
  await db().limitProcess.deleteMany({ where: { hour: { lt: last } } })
  return (await db().limitCount.deleteMany({ where: { hour: { lt: last } } })).count
}
