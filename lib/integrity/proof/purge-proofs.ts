import { pool } from '@/lib/db'

/** Deletes the marks of spent challenges that have expired. */
export async function purgeProofs(now: Date): Promise<number> {
  const { rowCount } = await pool().query('DELETE FROM spent_proof WHERE expires_at <= $1', [now])
  return rowCount ?? 0
}
