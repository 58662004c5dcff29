import { pool } from '@/lib/db'
import { GRACE } from './grace'

/**
 * Deletes changes that can no longer be undone, so that what they bring into the count may be counted. In SQL, because
 * every worker runs it each second, before it appends.
 * @returns how many were deleted
 */
export async function purgeChanges(now: Date): Promise<number> {
  const { rowCount } = await pool().query('DELETE FROM recent_change WHERE made_at <= $1', [
    new Date(now.getTime() - GRACE),
  ])
  return rowCount ?? 0
}
