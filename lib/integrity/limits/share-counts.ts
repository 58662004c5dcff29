import { randomBytes } from 'node:crypto'
import { pool } from '@/lib/db'
import { bucketName } from './bucket-name'

/** What this process knows of a bucket in an hour. */
export interface Count {
  /** Its kind and value, separated by a NUL byte. */
  bucket: string
  /** Hours since 1970. */
  hour: number
  /** Counted here. */
  own: number
  /** How many of them the database knows of. */
  told: number
  /** Counted by other processes, as of the last telling. */
  others: number
  /** Of all processes in the hour before. */
  before: number
}

/** As many processes are reckoned with until more have been seen. */
const MIN_PROCESSES = 4
/** In ms: without the database each counts alone for so long. */
const RETRY = 1_000

const self = randomBytes(8)
const waiting = new Set<Count>()
let seen = 0
let sharing: Promise<boolean> | null = null
let failedAt = Number.NEGATIVE_INFINITY

/** Processes that tell their counts, this one among them. */
export function processes(): number {
  return Math.max(MIN_PROCESSES, seen)
}

/**
 * Tells the database what was counted here since the last time, and learns what the others have counted. Calls that
 * come while one is under way share the next.
 * @returns false while the database is away
 */
export async function shareCounts(counts: Count[]): Promise<boolean> {
  if (performance.now() - failedAt < RETRY) return false
  for (const count of counts) waiting.add(count)
  // What is under way may have begun before these were counted.
  const underWay = await sharing
  if (underWay !== null && !counts.some((count) => waiting.has(count))) return underWay
  sharing ??= tell().finally(() => {
    sharing = null
  })
  return sharing
}

async function tell(): Promise<boolean> {
  // Shares what else is counted in the same turn of the event loop.
  await new Promise(setImmediate)
  // One order for all processes, so that two of them wait for each other instead of deadlocking.
  const told = [...waiting].sort((a, b) => (a.bucket < b.bucket ? -1 : 1))
  waiting.clear()
  const owns = told.map(({ own }) => own)
  try {
    const names = []
    const namesBefore = []
    for (const { bucket, hour } of told) {
      const name = await bucketName(bucket, hour)
      names.push(name)
      // The last hour of a day is found under that day's key.
      namesBefore.push(hour % 24 === 0 ? await bucketName(bucket, hour - 1) : name)
    }
    const { rows } = await pool().query<{ name: string; hour: number; count: number; before: number; seen: number }>({
      name: 'share-counts',
      text: statement,
      values: [
        names,
        told.map(({ hour }) => hour),
        told.map(({ told: before }, i) => (owns[i] ?? 0) - before),
        self,
        namesBefore,
      ],
    })
    const found = new Map(rows.map((row) => [`${row.hour} ${row.name}`, row]))
    for (const [i, count] of told.entries()) {
      const row = found.get(`${count.hour} ${names[i]}`)
      if (!row) continue
      count.told = owns[i] ?? 0
      count.others = row.count - count.told
      count.before = Math.max(count.before, row.before)
      seen = row.seen
    }
    return true
  } catch {
    failedAt = performance.now()
    return false
  }
}

// The row of a bucket is moved by differences under its own lock: of two processes that tell at once, the second learns
// of the first. It is no counter on the way of a signing: a process moves it once for many.
const statement = `
WITH here AS (
  INSERT INTO limit_process (id, hour) SELECT $4, max(hour) FROM unnest($2::int[]) AS t(hour)
  ON CONFLICT (id) DO UPDATE SET hour = excluded.hour
), told AS (
  INSERT INTO limit_count AS old (name, hour, count) SELECT * FROM unnest($1::text[], $2::int[], $3::int[])
  ON CONFLICT (name, hour) DO UPDATE SET count = old.count + excluded.count RETURNING name, hour, count
)
SELECT told.*, coalesce(past.count, 0) AS before,
  (SELECT count(*) FROM limit_process p WHERE p.hour >= told.hour - 1 AND p.id <> $4)::int + 1 AS seen
FROM told JOIN unnest($1::text[], $2::int[], $5::text[]) AS input(name, hour, name_before) USING (name, hour)
LEFT JOIN limit_count past ON past.name = input.name_before AND past.hour = told.hour - 1`
