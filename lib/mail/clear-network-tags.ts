import { pool } from '@/lib/db'
import { HOUR } from './choose-mails'

/** Clears the network tags once they no longer affect the order: an hour after sending, or after a day. */
export async function clearNetworkTags(now: Date): Promise<number> {
  const { rowCount } = await pool().query(
    `UPDATE mail SET network = NULL
     WHERE network IS NOT NULL AND (sent_at < $1 OR failed_at < $1 OR queued_at < $2)`,
    [new Date(now.getTime() - HOUR), new Date(now.getTime() - 24 * HOUR)],
  )
  return rowCount ?? 0
}
