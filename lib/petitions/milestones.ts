import { pool } from '@/lib/db'

/** The smallest number that is worth a line: below it, a day would tell about few people. */
const FIRST = 100

/**
 * The days (UTC) on which the count first reached 100, 500, 1,000, 5,000 and so on, as the public chart shows them.
 * @returns in their order
 */
export async function listMilestones(petitionId: string): Promise<{ count: number; at: Date }[]> {
  const { rows } = await pool().query<{ at: Date; total: string }>(
    `SELECT date_trunc('day', hour, 'UTC') AS at, sum(sum(net)) OVER (ORDER BY date_trunc('day', hour, 'UTC')) AS total
     FROM hour_total WHERE petition_id = $1 GROUP BY 1 ORDER BY 1`,
    [petitionId],
  )
  const reached: { count: number; at: Date }[] = []
  let next = FIRST
  for (const { at, total } of rows) for (; Number(total) >= next; next = after(next)) reached.push({ count: next, at })
  return reached
}

/** 100, 500, 1,000, 5,000, … */
function after(step: number): number {
  return Math.log10(step) % 1 === 0 ? step * 5 : step * 2
}
