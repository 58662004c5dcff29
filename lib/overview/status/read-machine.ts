import { statfs } from 'node:fs/promises'
import { pool } from '@/lib/db'

/** Free bytes on a folder's disk; null if it cannot be read. */
export function freeDisk(folder: string): Promise<number | null> {
  return statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => null,
  )
}

/**
 * How far this machine's clock is ahead of the database's, in ms; negative if behind. The round trip of the query
 * counts in favour of agreement, so it is a lower bound.
 */
export async function clockAhead(): Promise<number> {
  const asked = Date.now()
  const { rows } = await pool().query<{ clock: Date }>('SELECT clock_timestamp() AS clock')
  const answered = Date.now()
  const clock = rows[0]?.clock.getTime() ?? asked
  return Math.max(0, asked - clock) + Math.min(0, answered - clock)
}
