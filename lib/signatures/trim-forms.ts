import { pool } from '@/lib/db'

/** The number of unsent forms kept for one address: per network, and in all. The newest of each network stay. */
const OF_ONE_NETWORK = 100
const OF_ALL = 1_000

/**
 * Deletes the useless part of the backlog when one address is flooded with forms: at four mails an hour its last would
 * be sent days later. Forms whose mail was sent stay until their link expires. A network's first form is deleted only
 * beyond a thousand.
 * @returns how many forms were deleted
 */
export async function trimForms(): Promise<number> {
  const { rowCount } = await pool().query(
    `WITH ranked AS (
       SELECT address_index, id, queued_at, row_number() OVER (
         PARTITION BY address_index, network ORDER BY queued_at DESC) AS turn
       FROM mail WHERE kind = 'signature' AND form IS NOT NULL AND sent_at IS NULL AND failed_at IS NULL AND batch_id IS NULL
     ), placed AS (
       SELECT *, row_number() OVER (PARTITION BY address_index ORDER BY turn, queued_at DESC) AS place FROM ranked
     ), gone AS (
       DELETE FROM mail m USING placed p
       WHERE m.address_index = p.address_index AND m.id = p.id AND m.batch_id IS NULL
         AND (p.turn > $1 OR p.place > $2)
       RETURNING m.address_index, m.id, m.petition_id, m.email_index, m.form
     )
     DELETE FROM pending_signature f USING gone g
     WHERE f.petition_id = g.petition_id AND f.email_index = g.email_index AND f.form = g.form
       AND NOT EXISTS (SELECT FROM mail m WHERE m.address_index = g.address_index AND m.form = g.form
         AND (m.address_index, m.id) NOT IN (SELECT address_index, id FROM gone))`,
    [OF_ONE_NETWORK, OF_ALL],
  )
  return rowCount ?? 0
}
