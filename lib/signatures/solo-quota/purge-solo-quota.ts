import { pool } from '@/lib/db'

/** Deletes reservations once they count for nothing; the record keeps each act. */
export async function purgeSoloQuota(now: Date): Promise<number> {
  const { rowCount } = await pool().query(
    `DELETE FROM solo_quota WHERE taken_at <= $1::timestamptz - interval '24 hours'`,
    [now],
  )
  return rowCount ?? 0
}
