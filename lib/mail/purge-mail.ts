import { pool } from '@/lib/db'

const DAY = 86_400_000

/**
 * Deletes settled rows after two days: the limit looks back an hour, and staff who trace a lost mail a day. Mail that
 * was never sent is deleted with its form, after a week. Rows of a mailing are deleted as soon as they are counted
 * (lib/mailings), not before.
 * @returns how many
 */
export async function purgeMail(now: Date): Promise<number> {
  const { rowCount } = await pool().query(
    `DELETE FROM mail
     WHERE mailing_id IS NULL AND (sent_at < $1 OR failed_at < $1 OR queued_at < $2)`,
    [daysAgo(now, 2), daysAgo(now, 8)],
  )
  return rowCount ?? 0
}

function daysAgo(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY)
}
