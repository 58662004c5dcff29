import { pgTransaction } from '@/lib/pg-transaction'

/**
 * Moves a signature to another index, with its queued mails. If the same person already has one there, the one further
 * along stays (of two equal, the older), and the other is deleted: retracted as a duplicate if it was counted.
 */
export async function moveSignature(
  petitionId: string,
  from: Buffer,
  { index: to, mailbox }: { index: Buffer; mailbox: Buffer },
): Promise<void> {
  await pgTransaction(async (client) => {
    const { rows } = await client.query<{ email_index: Buffer }>(
      `SELECT email_index FROM signature WHERE petition_id = $1 AND email_index IN ($2, $3)
       ORDER BY array_position(ARRAY['counted', 'confirmed', 'removed', 'held', 'withdrawn'], state::text),
         received_at FOR UPDATE`,
      [petitionId, from, to],
    )
    for (const { email_index } of rows.slice(1)) {
      await client.query(
        `WITH gone AS (
           DELETE FROM signature WHERE petition_id = $1 AND email_index = $2 RETURNING leaf_index, country)
         INSERT INTO retraction (petition_id, leaf_index, reason, country, requested_at)
         SELECT $1, leaf_index, 'duplicate', country, date_trunc('day', now(), 'UTC') FROM gone WHERE leaf_index IS NOT NULL
         ON CONFLICT DO NOTHING`,
        [petitionId, email_index],
      )
    }
    const values = [petitionId, from, to]
    // Empty if staff have released it: that stays.
    await client.query(
      `UPDATE signature SET email_index = $3, mailbox_index = CASE WHEN mailbox_index IS NOT NULL THEN $4::bytea END
       WHERE petition_id = $1 AND email_index = $2`,
      [...values, mailbox],
    )
    await client.query('UPDATE mail SET email_index = $3 WHERE petition_id = $1 AND email_index = $2', values)
  })
}
