import { pool } from '@/lib/db'
import { LINK_LIFE_DAYS } from './link-life'
import { SPENT_LINK_DAYS } from './spent-links'

/** Rows per statement, so that it holds their locks for milliseconds only. */
const BATCH_SIZE = 2_000

/**
 * Deletes forms not confirmed before their link expired, with all typed values. For `SPENT_LINK_DAYS` the link still
 * says that it has expired. Forms of people who have a signature from another form go after a day: their mails say that
 * nothing changed. A form confirmed or posted again at the same moment stays.
 * @returns how many forms were deleted
 */
export async function purgeUnconfirmed(now: Date): Promise<number> {
  const before = new Date(now.getTime() - LINK_LIFE_DAYS * 86_400_000)
  const yesterday = new Date(now.getTime() - 86_400_000)
  const expired = await remove(`f.received_at < $1`, 'expired', before, now)
  return expired + (await remove(`f.received_at < $1 AND ${SIGNED}`, 'superseded', yesterday, now))
}

const SIGNED = `EXISTS (SELECT FROM signature s
  WHERE s.petition_id = f.petition_id AND s.email_index = f.email_index AND s.state <> 'withdrawn')`

async function remove(condition: string, reason: string, before: Date, now: Date): Promise<number> {
  for (let total = 0; ; ) {
    const { rows } = await pool().query<{ deleted: number }>(
      `WITH gone AS (
         DELETE FROM pending_signature g USING (
           SELECT petition_id, email_index, form FROM pending_signature f WHERE ${condition} LIMIT ${BATCH_SIZE}) old
         WHERE g.petition_id = old.petition_id AND g.email_index = old.email_index AND g.form = old.form
           AND g.received_at < $1
         RETURNING g.petition_id, g.token_hash
       ), noted AS (
         INSERT INTO spent_link (token_hash, reason, petition_id, purge_on)
         SELECT token_hash, $2, petition_id, ($3::timestamptz AT TIME ZONE 'UTC')::date + ${SPENT_LINK_DAYS} FROM gone
         ON CONFLICT DO NOTHING
       )
       SELECT count(*)::int AS deleted FROM gone`,
      [before, reason, now],
    )
    const deleted = rows[0]?.deleted ?? 0
    total += deleted
    if (deleted < BATCH_SIZE) return total
  }
}
