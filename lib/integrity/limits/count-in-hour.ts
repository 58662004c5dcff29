import { LRUCache } from 'lru-cache'
import { bucketName, hourKey } from './bucket-name'
import { type Count, processes, shareCounts } from './share-counts'

const HOUR = 3_600_000

/** Something that is counted by the hour, such as the forms of one network. */
export interface Bucket {
  kind: string
  value: string
  /** How many of an hour are let in. What is counted up to it is counted across all processes. */
  limit: number
}

/** The least recently seen are forgotten first: memory stays bounded under any attack. */
const counts = new LRUCache<string, Count>({ max: 100_000 })

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
    const count = await find(bucket, now)
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
export async function undoCount(buckets: Bucket[], now: Date): Promise<void> {
  for (const bucket of buckets) {
    const count = await find(bucket, now)
    if (count.own > 0) count.own -= 1
  }
}

/** How many there were in the last hour, as far as this process knows, without counting one. */
export async function peekInHour({ kind, value }: Omit<Bucket, 'limit'>, now: Date): Promise<number> {
  const count = await find({ kind, value }, now)
  return numberOf(count, count.own, now)
}

/** One that was counted: as which of this process. */
interface Counted {
  count: Count
  place: number
  limit: number
}

async function find({ kind, value }: Omit<Bucket, 'limit'>, now: Date): Promise<Count> {
  const hour = Math.floor(now.getTime() / HOUR)
  const key = hourKey(hour)
  const name = bucketName(key instanceof Buffer ? key : await key, kind, value)
  const known = counts.get(name)
  if (known?.hour === hour) return known
  // In the first hour of a day the hour before goes by another key.
  const last = hour % 24 === 0 ? counts.peek(bucketName(await hourKey(hour - 1), kind, value)) : known
  // Another may have begun it while this one waited for a key.
  const begun = counts.peek(name)
  if (begun?.hour === hour) return begun
  const count = { name, hour, own: 0, told: 0, others: 0, before: last?.hour === hour - 1 ? last.own + last.others : 0 }
  counts.set(name, count)
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
