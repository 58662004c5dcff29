import { pool } from '@/lib/db'
import { LINK_LIFE_DAYS } from './link-life'

/** Rows in one statement: it holds their locks for some milliseconds only. */
const MOST = 2_000

/**
 * Deletes the signatures that were not confirmed while their link lived, with everything that was typed.
 * One that is confirmed or signed anew at the same moment stays.
 * @returns how many
 */
export async function expire(now: Date): Promise<number> {
  const before = new Date(now.getTime() - LINK_LIFE_DAYS * 86_400_000)
  for (let total = 0; ; ) {
    const { rowCount } = await pool().query(
      `DELETE FROM signature s USING (
         SELECT petition_id, email_index FROM signature
         WHERE state = 'pending' AND received_at < $1 LIMIT ${MOST}) old
       WHERE s.petition_id = old.petition_id AND s.email_index = old.email_index
         AND s.state = 'pending' AND s.received_at < $1`,
      [before],
    )
    total += rowCount ?? 0
    if ((rowCount ?? 0) < MOST) return total
  }
}
