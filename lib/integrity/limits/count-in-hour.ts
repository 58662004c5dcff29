import { LRUCache } from 'lru-cache'
import { randomWeight } from './random-weight'
import { type Count, processes, shareCounts } from './share-counts'

const HOUR = 3_600_000

/** Something that is counted by the hour, such as the forms of one network. */
export interface Bucket {
  kind: string
  value: string
  /** The number accepted within an hour, over all processes. */
  limit: number
  /** Counted one by one: only where all requests are of one known sender, who learns nothing from the limit. */
  exact?: true
  /**
   * Once full, it stays full for the rest of the clock hour and the next. Where a count can be looked at without adding
   * to it, the moment when it falls below its limit would tell the number, and the next one above it that somebody
   * came.
   */
  lasting?: true
}

/** `numbers`: of each bucket. `undo` takes the request out again: one that was refused and comes again counts once. */
export interface Counting {
  numbers: number[]
  undo: () => void
}

/**
 * The counts by kind and value, as plain text: only the database gets hashes. The least recently used are dropped
 * first, so memory stays bounded under any attack; and no network address outlives its count, even if nobody signs any
 * more.
 */
const counts = new LRUCache<string, Count>({ max: 100_000 })
setInterval(() => purgeHours(new Date()), HOUR / 4).unref()

/** Drops the counts of hours that the sliding hour no longer covers. */
export function purgeHours(now: Date): void {
  const oldest = Math.floor(now.getTime() / HOUR) - 1
  for (const [bucket, { hour }] of counts.entries()) if (hour < oldest) counts.delete(bucket)
}

/**
 * Counts a request in each bucket and returns how many there were in the last hour, this one included: the current
 * clock hour and the part of the previous one that the sliding hour still covers. A request counts as one on average,
 * but at random (`randomWeight`): a limit must not tell a sender whether somebody else is in the bucket.
 *
 * Counts are in the memory of this process. All processes of the site together exceed a limit by a tenth at most, apart
 * from that: each may be ahead of what it reported to the database by its share of that tenth. So a bucket with few
 * counts is not reported, unless its limit is so low that the share is zero; one that fills costs a short statement now
 * and then, shared by everybody who waits for it. Without the database each process counts alone.
 */
export async function countInHour(buckets: Bucket[], now: Date): Promise<Counting> {
  const mine: Counted[] = []
  for (const bucket of buckets) {
    const count = find(bucket, now)
    const weight = bucket.exact ? 1 : randomWeight()
    mine.push({ ...bucket, count, place: count.own + 1, weight })
    count.own += weight
  }
  const late = mine.filter((one) => isAhead(one, 1, now))
  if (late.length > 0) await shareCounts(late.map(({ count }) => count))
  const soon = mine.filter((one) => isAhead(one, 0.5, now))
  if (soon.length > 0) void shareCounts(soon.map(({ count }) => count))
  return {
    numbers: mine.map((one) => lasting(one, numberOf(one.count, one.place, now))),
    undo: () => {
      for (const { count, weight } of mine) takeBack(count, weight)
    },
  }
}

/** The number of requests in the last hour, as far as this process knows, without counting one. */
export function peekInHour(bucket: Bucket, now: Date): number {
  const count = find(bucket, now)
  return lasting({ ...bucket, count }, numberOf(count, count.own, now))
}

/** The number, or more than the limit where a full bucket stays full. */
function lasting(
  { count, limit, lasting: stays }: Pick<Bucket, 'limit' | 'lasting'> & { count: Count },
  number: number,
): number {
  if (!stays) return number
  count.wasFull ||= number > limit
  return count.wasFull || count.wasFullBefore ? Math.max(number, limit + 1) : number
}

/** Takes a request out of its count again. If its hour is over by now, it is part of the next hour's count, too. */
function takeBack(count: Count, weight: number): void {
  count.own -= weight
  const next = counts.get(count.bucket)
  if (next?.hour === count.hour + 1) next.before -= weight
}

/** A count, its number in this process with one request more, and what that request added. */
interface Counted extends Bucket {
  count: Count
  place: number
  weight: number
}

function find({ kind, value }: Pick<Bucket, 'kind' | 'value'>, now: Date): Count {
  const hour = Math.floor(now.getTime() / HOUR)
  const bucket = `${kind}\0${value}`
  const known = counts.get(bucket)
  if (known?.hour === hour) return known
  const last = known?.hour === hour - 1 ? known : undefined
  const count = {
    bucket,
    hour,
    own: 0,
    reported: 0,
    otherProcesses: 0,
    before: last ? last.own + last.otherProcesses : 0,
    wasFull: false,
    wasFullBefore: last?.wasFull ?? false,
  }
  counts.set(bucket, count)
  return count
}

/**
 * Whether this process counted more than it may before it reports: `part` of its share of a tenth. A bucket over its
 * limit is not reported any more.
 */
function isAhead({ count, place, limit }: Counted, part: number, now: Date): boolean {
  const most = Math.floor(limit / 10 / processes())
  return place - count.reported > part * most && numberOf(count, place, now) <= limit
}

function numberOf(count: Count, place: number, now: Date): number {
  const past = (now.getTime() % HOUR) / HOUR
  return place + count.otherProcesses + Math.floor(count.before * (1 - past))
}
