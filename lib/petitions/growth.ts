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

/** The same in at most 120 points, thinned evenly with the first and the last kept. */
export async function growth(petitionId: string): Promise<{ at: Date; total: number }[]> {
  return thin(await dailyTotals(petitionId))
}

const DAY = 86_400_000

/** By how much the count has moved today (UTC), and today and the six days before. */
export async function recentGrowth(petitionId: string, now: Date): Promise<{ today: number; week: number }> {
  const today = new Date(Math.floor(now.getTime() / DAY) * DAY)
  const { rows } = await pool().query<{ today: string; week: string }>(
    `SELECT coalesce(sum(net) FILTER (WHERE hour >= $2), 0) AS today, coalesce(sum(net), 0) AS week
     FROM hour_total WHERE petition_id = $1 AND hour >= $3`,
    [petitionId, today, new Date(today.getTime() - 6 * DAY)],
  )
  return { today: Number(rows[0]?.today ?? 0), week: Number(rows[0]?.week ?? 0) }
}

function thin<T>(points: T[]): T[] {
  if (points.length <= MAX_POINTS) return points
  const step = (points.length - 1) / (MAX_POINTS - 1)
  return Array.from({ length: MAX_POINTS }, (_, i) => points[Math.round(i * step)]).filter(
    (point) => point !== undefined,
  )
}
