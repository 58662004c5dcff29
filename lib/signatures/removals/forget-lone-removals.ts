import { pool } from '@/lib/db'

/** Forgets who removed how many alone once it counts for nothing; the record keeps each removal. */
export async function forgetLoneRemovals(now: Date): Promise<number> {
  const { rowCount } = await pool().query(
    `DELETE FROM lone_removal WHERE taken_at <= $1::timestamptz - interval '24 hours'`,
    [now],
  )
  return rowCount ?? 0
}
