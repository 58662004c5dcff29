import { randomBytes } from 'node:crypto'
import { pool } from '@/lib/db'
import { bucketName } from './bucket-name'

/** The count of a bucket in one hour, as this process knows it. */
export interface Count {
  /** Its kind and value, separated by a NUL byte. */
  bucket: string
  /** Hours since 1970. */
  hour: number
  /** Counted here. */
  own: number
  /** The part of it that was reported to the database. */
  reported: number
  /** Counted by other processes, as of the last report. */
  otherProcesses: number
  /** The count of all processes in the previous hour. */
  before: number
  /** Whether it was found full in this hour, and in the hour before (`Bucket.lasting`). */
  wasFull: boolean
  wasFullBefore: boolean
}

/** A bucket's row after a report; `processes`: how many report their counts. */
interface Row {
  name: string
  hour: number
  count: number
  before: number
  processes: number
}

/** Assumed until more are known. */
const MIN_PROCESSES = 4
/** In ms: after a failed report each process counts alone for this long. */
const RETRY = 1_000

const self = randomBytes(8)
const waiting = new Set<Count>()
let knownProcesses = 0
let sharing: Promise<boolean> | null = null
let failedAt = Number.NEGATIVE_INFINITY

/** The number of processes that report their counts, this one included. */
export function processes(): number {
  return Math.max(MIN_PROCESSES, knownProcesses)
}

/**
 * Reports to the database what was counted here since the last report, and reads what the other processes counted.
 * Calls made during a report share the next one.
 * @returns false while the database is unavailable
 */
export async function shareCounts(counts: Count[]): Promise<boolean> {
  if (performance.now() - failedAt < RETRY) return false
  for (const count of counts) waiting.add(count)
  // A report in progress may have begun before these were counted.
  const underWay = await sharing
  if (underWay !== null && !counts.some((count) => waiting.has(count))) return underWay
  sharing ??= report().finally(() => {
    sharing = null
  })
  return sharing
}

async function report(): Promise<boolean> {
  // So that everything counted in this turn of the event loop is reported together.
  await new Promise(setImmediate)
  // The same order in all processes, so that two of them wait for each other instead of deadlocking.
  const reporting = [...waiting].sort((a, b) => (a.bucket < b.bucket ? -1 : 1))
  waiting.clear()
  const owns = reporting.map(({ own }) => own)
  try {
    const names = []
    const namesBefore = []
    for (const { bucket, hour } of reporting) {
      const name = await bucketName(bucket, hour)
      names.push(name)
      // The last hour of a day is found under that day's key.
      namesBefore.push(hour % 24 === 0 ? await bucketName(bucket, hour - 1) : name)
    }
    const { rows } = await pool().query<Row>({
      name: 'share-counts',
      text: statement,
      values: [
        names,
        reporting.map(({ hour }) => hour),
        reporting.map(({ reported: before }, i) => (owns[i] ?? 0) - before),
        self,
        namesBefore,
      ],
    })
    const found = new Map(rows.map((row) => [`${row.hour} ${row.name}`, row]))
    for (const [i, count] of reporting.entries()) {
      const row = found.get(`${count.hour} ${names[i]}`)
      if (!row) continue
      count.reported = owns[i] ?? 0
      count.otherProcesses = row.count - count.reported
      count.before = Math.max(count.before, row.before)
      knownProcesses = row.processes
    }
    return true
  } catch {
    failedAt = performance.now()
    return false
  }
}

// Each process adds its difference under the row lock: of two that report at once, the second reads the count of the
// first. Few signings wait for the row: a process updates it once for many.
const statement = `
WITH here AS (
  INSERT INTO limit_process (id, hour) SELECT $4, max(hour) FROM unnest($2::int[]) AS t(hour)
  ON CONFLICT (id) DO UPDATE SET hour = excluded.hour
), reported AS (
  INSERT INTO limit_count AS old (name, hour, count) SELECT * FROM unnest($1::text[], $2::int[], $3::int[])
  ON CONFLICT (name, hour) DO UPDATE SET count = old.count + excluded.count RETURNING name, hour, count
)
SELECT reported.*, coalesce(past.count, 0) AS before,
  (SELECT count(*) FROM limit_process p WHERE p.hour >= reported.hour - 1 AND p.id <> $4)::int + 1 AS processes
FROM reported JOIN unnest($1::text[], $2::int[], $5::text[]) AS input(name, hour, name_before) USING (name, hour)
LEFT JOIN limit_count past ON past.name = input.name_before AND past.hour = reported.hour - 1`
