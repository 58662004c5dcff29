import { pool } from '@/lib/db'

/** Days for which a bulk action's signatures are stored after its end, and it can be undone. */
const DAYS = 90

/**
 * Deletes the signatures of old bulk actions, and items whose signature no longer exists. The bulk action and its
 * numbers stay.
 */
export async function purgeBulkItems(now: Date): Promise<number> {
  const { rowCount } = await pool().query(
    `DELETE FROM bulk_item i USING bulk_action a WHERE a.id = i.bulk_action_id AND (
       a.ended_at < $1::timestamptz - make_interval(days => ${DAYS}) OR (a.ended_at IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM signature s WHERE s.petition_id = a.petition_id AND s.email_index = i.email_index)))`,
    [now],
  )
  return rowCount ?? 0
}
