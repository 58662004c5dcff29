import { pool } from '@/lib/db'

const HOUR = 3_600_000

/** Deletes the counts of hours that the sliding window no longer reaches. */
export async function purgeCounts(now: Date): Promise<number> {
  const last = Math.floor(now.getTime() / HOUR) - 1
  await pool().query('DELETE FROM limit_process WHERE hour < $1', [last])
  const { rowCount } = await pool().query('DELETE FROM limit_count WHERE hour < $1', [last])
  return rowCount ?? 0
}
