import { statfs } from 'node:fs/promises'
import { pool } from '@/lib/db'

/** In bytes: what is free where a folder is; null where that cannot be read. */
export function freeDisk(folder: string): Promise<number | null> {
  return statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => null,
  )
}

/**
 * In ms: how far this machine's clock is before the database's, at least. While the question was on its way the database
 * may have read its clock at any moment, so what that explains counts as nothing.
 */
export async function clockAhead(): Promise<number> {
  const asked = Date.now()
  const { rows } = await pool().query<{ clock: Date }>('SELECT clock_timestamp() AS clock')
  const answered = Date.now()
  const clock = rows[0]?.clock.getTime() ?? asked
  return Math.max(0, asked - clock) + Math.min(0, answered - clock)
}
