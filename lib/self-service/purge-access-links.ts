import { pool } from '@/lib/db'

/**
 * Deletes access links and sessions that have expired, and requests that could not be mailed for a day: the person has
 * asked again since.
 */
export async function purgeAccessLinks(now: Date): Promise<number> {
  const links = await pool().query('DELETE FROM access_link WHERE expires_at < $1', [now])
  const mails = await pool().query(
    `DELETE FROM mail WHERE kind = 'access_link' AND sent_at IS NULL AND failed_at IS NULL AND queued_at < $1`,
    [new Date(now.getTime() - 86_400_000)],
  )
  return (links.rowCount ?? 0) + (mails.rowCount ?? 0)
}
