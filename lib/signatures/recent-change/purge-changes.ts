import { pool } from '@/lib/db'
import { GRACE } from './grace'

/** Ends the time in which they can be undone. What they bring into the count may then be counted. */
export async function purgeChanges(now: Date): Promise<number> {
  const { rowCount } = await pool().query('DELETE FROM recent_change WHERE made_at <= $1', [
    new Date(now.getTime() - GRACE),
  ])
  return rowCount ?? 0
}
