import { pool } from '@/lib/db'

const DAY = 86_400_000

/**
 * Deletes the settled rows of past days: their key is the daily limit, so they live two days, no longer.
 * What was never sent goes with the unconfirmed signature it was about, after a week. Mails of an update to signers
 * go as soon as they are counted (lib/signatures/updates), and wait until then.
 * @returns how many
 */
export async function deleteOldMail(now: Date): Promise<number> {
  const { rowCount } = await pool().query(
    `DELETE FROM mail
     WHERE update_id IS NULL AND ((day < $1 AND (sent_at IS NOT NULL OR failed_at IS NOT NULL)) OR day < $2)`,
    [daysAgo(now, 2), daysAgo(now, 8)],
  )
  return rowCount ?? 0
}

function daysAgo(now: Date, days: number): string {
  return new Date(now.getTime() - days * DAY).toISOString().slice(0, 10)
}
