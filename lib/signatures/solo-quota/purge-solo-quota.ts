import { pool } from '@/lib/db'

/** Deletes reservations that no longer count; the audit log keeps each action. */
export async function purgeSoloQuota(now: Date): Promise<number> {
  const { rowCount } = await pool().query(
    `DELETE FROM solo_quota WHERE taken_at <= $1::timestamptz - interval '24 hours'`,
    [now],
  )
  return rowCount ?? 0
}
