import { stringify } from 'csv-stringify/sync'
import { pool } from '@/lib/db'
import { weekOf } from '@/lib/petitions/countries'

/** A week (its Monday, in UTC) and the change of the count in it. */
export interface Week {
  from: Date
  change: number
}

/** Returns the count's changes by week. The public chart shows them by day. */
export async function countByWeek(petitionId: string): Promise<Week[]> {
  const { rows } = await pool().query<{ day: Date; net: string }>(
    `SELECT date_trunc('day', hour, 'UTC') AS day, sum(net) AS net FROM hour_total WHERE petition_id = $1
     GROUP BY 1 ORDER BY 1`,
    [petitionId],
  )
  const weeks = new Map<number, number>()
  for (const { day, net } of rows) {
    const from = weekOf(day).getTime()
    weeks.set(from, (weeks.get(from) ?? 0) + Number(net))
  }
  return [...weeks].map(([from, change]) => ({ from: new Date(from), change }))
}

/** Formats a table as CSV (RFC 4180). */
export function csv(rows: (string | number)[][]): Buffer {
  return Buffer.from(stringify(rows, { record_delimiter: 'windows' }))
}
