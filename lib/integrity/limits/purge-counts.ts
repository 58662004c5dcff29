import { db } from '@/lib/db'
import { purgeHits } from './limit-hits'

const HOUR = 3_600_000

/** Deletes counts of hours before the sliding window, and old numbers of how often limits were reached. */
export async function purgeCounts(now: Date): Promise<number> {
  await purgeHits(now)
  const last = Math.floor(now.getTime() / HOUR) - 1
  await db().limitProcess.deleteMany({ where: { hour: { lt: last } } })
  return (await db().limitCount.deleteMany({ where: { hour: { lt: last } } })).count
}
