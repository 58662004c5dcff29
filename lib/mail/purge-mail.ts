import { pool } from '@/lib/db'

const DAY = 86_400_000

/**
 * Deletes the settled rows of two days ago: the limit looks back an hour, whoever looks for a lost mail a day. What was
 * never sent goes with the form that it was about, after a week. Mails of an update to signers
 * go as soon as they are counted (lib/mailings), and wait until then.
 * @returns how many
 */
export async function purgeMail(now: Date): Promise<number> {
  const { rowCount } = await pool().query(
    `DELETE FROM mail
     WHERE update_id IS NULL AND (sent_at < $1 OR failed_at < $1 OR queued_at < $2)`,
    [daysAgo(now, 2), daysAgo(now, 8)],
  )
  return rowCount ?? 0
}

function daysAgo(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY)
}
