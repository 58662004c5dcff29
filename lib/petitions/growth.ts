import { pool } from '@/lib/db'

const MAX_POINTS = 120

/** The count at the end of each day (UTC) on which it moved, cumulative, from the first to now. */
export async function dailyTotals(petitionId: string): Promise<{ at: Date; total: number }[]> {
  const { rows } = await pool().query<{ at: Date; total: string }>(
    `SELECT date_trunc('day', hour, 'UTC') AS at, sum(sum(net)) OVER (ORDER BY date_trunc('day', hour, 'UTC')) AS total
     FROM hour_total WHERE petition_id = $1 GROUP BY 1 ORDER BY 1`,
    [petitionId],
  )
  return rows.map(({ at, total }) => ({ at, total: Number(total) }))
}

/** The growth of a petition's count in at most 120 points, thinned evenly; the first and the last are always there. */
export async function growth(petitionId: string): Promise<{ at: Date; total: number }[]> {
  return thin(await dailyTotals(petitionId))
}

const DAY = 86_400_000

/** The recent changes of a count. */
export interface RecentGrowth {
  /** Today (UTC). */
  today: number
  /** Today and the six days before. */
  week: number
}

/** The recent changes of the counts of petitions, by their ids. */
export async function recentGrowth(petitionIds: string[], now: Date): Promise<Map<string, RecentGrowth>> {
  const today = new Date(Math.floor(now.getTime() / DAY) * DAY)
  const { rows } = await pool().query<{ id: string; today: string | null; week: string | null }>(
    `SELECT id, sum(net) FILTER (WHERE hour >= $2) AS today, sum(net) AS week
     FROM unnest($1::uuid[]) AS id LEFT JOIN hour_total ON petition_id = id AND hour >= $3 GROUP BY id`,
    [petitionIds, today, new Date(today.getTime() - 6 * DAY)],
  )
  return new Map(rows.map(({ id, today, week }) => [id, { today: Number(today ?? 0), week: Number(week ?? 0) }]))
}

function thin<T>(points: T[]): T[] {
  if (points.length <= MAX_POINTS) return points
  const step = (points.length - 1) / (MAX_POINTS - 1)
  return Array.from({ length: MAX_POINTS }, (_, i) => points[Math.round(i * step)]).filter(
    (point) => point !== undefined,
  )
}
