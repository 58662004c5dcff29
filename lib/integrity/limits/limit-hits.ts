import { db, pool } from '@/lib/db'
import { dayOf, isoDay } from '@/lib/input/day'
import { redactError } from '@/lib/redact-error'

/** The limits whose hits are counted: of the public by the kind of their buckets, then of the staff. */
export const countedLimits = [
  'network',
  'site',
  'provider',
  'domainHere',
  'domain',
  'link',
  'all',
  'access link',
  'member_link',
  'application',
  'co_sign_ask',
  'solo',
  'opening',
  'search',
] as const

export type CountedLimit = (typeof countedLimits)[number]

const MINUTE = 60_000
const DAY = 86_400_000
/** In days: how long a number is kept. */
const KEPT = 30

const unstored = new Map<CountedLimit, number>()
let storing = false

/**
 * Counts that a limit was reached, in memory: once a minute a process writes all of them by one statement, however many
 * there were. One that ends within that minute forgets them. A kind that is no limit is not counted.
 */
export function noteHit(kind: string): void {
  const limit = countedLimits.find((name) => name === kind)
  if (!limit) return
  count(limit, 1)
  storeSoon()
}

function count(limit: CountedLimit, hits: number): void {
  unstored.set(limit, (unstored.get(limit) ?? 0) + hits)
}

function storeSoon(): void {
  if (storing) return
  storing = true
  setTimeout(() => {
    storing = false
    storeHits(new Date()).catch((error: unknown) => {
      console.error(`counting limits that were reached: ${redactError(error, 1)}`)
      storeSoon()
    })
  }, MINUTE).unref()
}

/** Adds new hits to the day's numbers. @throws if the database is away; nothing is lost then */
export async function storeHits(now: Date): Promise<void> {
  // One order in all processes, so that two of them wait for each other instead of deadlocking.
  const hits = [...unstored].toSorted(([a], [b]) => (a < b ? -1 : 1))
  if (hits.length === 0) return
  unstored.clear()
  try {
    await pool().query(
      `INSERT INTO limit_hit AS old (day, name, hits) SELECT $1, * FROM unnest($2::text[], $3::bigint[])
       ON CONFLICT (day, name) DO UPDATE SET hits = old.hits + excluded.hits`,
      [isoDay(now), hits.map(([name]) => name), hits.map(([, number]) => number)],
    )
  } catch (error) {
    for (const [name, number] of hits) count(name, number)
    throw error
  }
}

/** How often each limit was reached today and within seven days, today included (UTC). */
export async function findHits(now: Date): Promise<Record<CountedLimit, { today: number; week: number }>> {
  const rows = await db().limitHit.findMany({ where: { day: { gt: daysBefore(now, 7), lte: dayOf(now) } } })
  const sum = (of: typeof rows) => of.reduce((total, { hits }) => total + Number(hits), 0)
  const found = countedLimits.map((limit) => {
    const own = rows.filter(({ name }) => name === limit)
    return [limit, { today: sum(own.filter(({ day }) => day >= dayOf(now))), week: sum(own) }] as const
  })
  return Object.fromEntries(found) as Record<CountedLimit, { today: number; week: number }>
}

/** Deletes numbers older than thirty days. */
export async function purgeHits(now: Date): Promise<void> {
  await db().limitHit.deleteMany({ where: { day: { lte: daysBefore(now, KEPT) } } })
}

function daysBefore(now: Date, days: number): Date {
  return new Date((Math.floor(now.getTime() / DAY) - days) * DAY)
}
