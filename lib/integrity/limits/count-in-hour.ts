import { LRUCache } from 'lru-cache'
import { type Count, processes, shareCounts } from './share-counts'

const HOUR = 3_600_000

/** Something that is counted by the hour, such as the forms of one network. */
export interface Bucket {
  kind: string
  value: string
  /** How many of an hour are let in. What is counted up to it is counted across all processes. */
  limit: number
}

/**
 * By kind and value. The least recently seen are forgotten first, so memory stays bounded under any attack; and no
 * network address is kept longer than it is counted, also where nobody signs any more.
 */
const counts = new LRUCache<string, Count>({ max: 100_000 })
setInterval(() => forgetCounts(new Date()), HOUR / 4).unref()

/** Drops the counts of hours that no count looks back at any more. */
export function forgetCounts(now: Date): void {
  const oldest = Math.floor(now.getTime() / HOUR) - 1
  for (const [bucket, { hour }] of counts.entries()) if (hour < oldest) counts.delete(bucket)
}

/**
 * Counts one more in each bucket and tells how many there were in the last hour, this one included: the running hour
 * and the share of the hour before that still reaches into it.
 *
 * Counting is in the memory of this process. All processes of the site together stay within a tenth of a limit: each
 * may be at most its part of that tenth ahead of what the database has been told. So a bucket of a few never reaches
 * the database, and one that fills costs a short statement now and then, which all who wait for it share. Without the
 * database each process goes on counting alone.
 */
export async function countInHour(buckets: Bucket[], now: Date): Promise<number[]> {
  const mine: Counted[] = []
  for (const bucket of buckets) {
    const count = find(bucket, now)
    count.own += 1
    mine.push({ count, place: count.own, limit: bucket.limit })
  }
  const late = mine.filter((one) => isAhead(one, 1, now))
  if (late.length > 0) await shareCounts(late.map(({ count }) => count))
  const soon = mine.filter((one) => isAhead(one, 0.5, now))
  if (soon.length > 0) void shareCounts(soon.map(({ count }) => count))
  return mine.map(({ count, place }) => numberOf(count, place, now))
}

/** Takes back what was counted a moment ago: of who was sent away, and comes again, one is counted. */
export function undoCount(buckets: Bucket[], now: Date): void {
  for (const bucket of buckets) {
    const count = find(bucket, now)
    if (count.own > 0) count.own -= 1
  }
}

/** How many there were in the last hour, as far as this process knows, without counting one. */
export function peekInHour({ kind, value }: Omit<Bucket, 'limit'>, now: Date): number {
  const count = find({ kind, value }, now)
  return numberOf(count, count.own, now)
}

/** One that was counted: as which of this process. */
interface Counted {
  count: Count
  place: number
  limit: number
}

function find({ kind, value }: Omit<Bucket, 'limit'>, now: Date): Count {
  const hour = Math.floor(now.getTime() / HOUR)
  const bucket = `${kind}\0${value}`
  const known = counts.get(bucket)
  if (known?.hour === hour) return known
  const before = known?.hour === hour - 1 ? known.own + known.others : 0
  const count = { bucket, hour, own: 0, told: 0, others: 0, before }
  counts.set(bucket, count)
  return count
}

/**
 * Whether more were counted here than may be before the database is told: so much of this process's part of a tenth.
 * Of a bucket that is over already nobody asks.
 */
function isAhead({ count, place, limit }: Counted, part: number, now: Date): boolean {
  const most = Math.floor(limit / 10 / processes())
  return place - count.told > part * most && numberOf(count, place, now) <= limit
}

function numberOf(count: Count, place: number, now: Date): number {
  const past = (now.getTime() % HOUR) / HOUR
  return place + count.others + Math.floor(count.before * (1 - past))
}
