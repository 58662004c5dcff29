import type { Database } from './read-database'
import type { LineName, StatusLine } from './status-line'
import type { WorkerFacts } from './system-report'
import { ERASURE_LATE, MAX_CLOCKS_APART, MAX_CONNECTIONS_USED, MIN_FREE_DISK } from './thresholds'

/** Facts about the process that renders the page. */
export interface Own {
  release: string | null
  /** How far its clock is ahead of the database's, in ms. */
  clockAhead: number
}

/** @param isTrial nobody else reaches the site, so losing an acknowledged commit does no harm */
export function assessDatabase(database: Database, isTrial: boolean): StatusLine {
  const { version, size, connections, maxConnections, isSafe } = database
  const name = 'database'
  const values = { version, size: { bytes: size }, connections, maxConnections }
  if (!isSafe && !isTrial) return { name, state: 'attention', says: 'databaseUnsafe', values }
  if (connections > MAX_CONNECTIONS_USED * maxConnections)
    return { name, state: 'attention', says: 'databaseFull', values }
  return { name, state: 'good', says: 'databaseRuns', values }
}

/** Assesses the disks that workers write to; the database's own disk cannot be seen from here. */
export function assessDisks(facts: WorkerFacts[]): StatusLine[] {
  const least = (sizes: (number | null | undefined)[]) => {
    const known = sizes.filter((size) => typeof size === 'number')
    return known.length > 0 ? Math.min(...known) : null
  }
  const ofWorkers = least(facts.map(({ freeDisk }) => freeDisk))
  return [
    ofWorkers === null
      ? [{ name: 'disk', state: 'unknown', says: 'noWorkerReported', values: {} } as const]
      : assessDisk('disk', ofWorkers),
    assessDisk('diskOfBackups', least(facts.map(({ backups }) => backups?.freeDisk))),
  ].flat()
}

function assessDisk(name: LineName, free: number | null): StatusLine[] {
  if (free === null) return []
  const values = { free: { bytes: free }, least: { bytes: MIN_FREE_DISK } }
  const isLow = free < MIN_FREE_DISK
  return [{ name, state: isLow ? 'attention' : 'good', says: isLow ? 'diskLow' : 'diskFree', values }]
}

/** Assesses whether all clocks agree: TOTP codes, ledger signatures and schedules depend on it. */
export function assessClocks(own: Own, facts: WorkerFacts[]): StatusLine {
  const apart = Math.max(...[own, ...facts].map(({ clockAhead }) => Math.abs(clockAhead)))
  const isApart = apart > MAX_CLOCKS_APART
  const values = { seconds: Math.round(apart / 1_000) }
  return { name: 'clock', state: isApart ? 'attention' : 'good', says: isApart ? 'clocksApart' : 'clocksAgree', values }
}

/** @param pending migrations that the database does not have yet; null if unknown */
export function assessVersions(own: Own, facts: WorkerFacts[], pending: number | null): StatusLine[] {
  const release = assessRelease(own, facts)
  if (pending === null)
    return [release, { name: 'migrations', state: 'unknown', says: 'migrationsUnknown', values: {} }]
  const isDone = pending === 0
  return [
    release,
    {
      name: 'migrations',
      state: isDone ? 'good' : 'attention',
      says: isDone ? 'migrationsMade' : 'migrationsPending',
      values: { pending },
    },
  ]
}

function assessRelease(own: Own, facts: WorkerFacts[]): StatusLine {
  const name = 'release'
  if (facts.length === 0) return { name, state: 'unknown', says: 'noWorkerReported', values: {} }
  const all = [own, ...facts].map(({ release }) => release)
  if (all.includes(null)) return { name, state: 'unknown', says: 'releaseNotBuilt', values: {} }
  const isOne = new Set(all).size === 1
  const says = isOne ? 'releaseOne' : 'releasesDiffer'
  return { name, state: isOne ? 'good' : 'attention', says, values: { release: own.release } }
}

/** Assesses whether erasures are on the list that survives the loss of the database. */
export function assessErasures({ waiting, oldest }: { waiting: number; oldest: Date | null }, now: Date): StatusLine {
  const age = oldest ? now.getTime() - oldest.getTime() : 0
  const name = 'erasures'
  if (age > ERASURE_LATE)
    return { name, state: 'attention', says: 'erasuresLate', values: { waiting, age: { span: age } } }
  return { name, state: 'good', says: 'erasuresListed', values: {} }
}
