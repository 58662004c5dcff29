import type { PoolClient } from 'pg'

/** The number of signatures of one mailbox that count for a petition without review: two people may share a mailbox. */
export const MAX_PER_MAILBOX = 2

/**
 * Holds those of the signatures about to be counted that exceed a mailbox's share: they were confirmed at the same
 * moment, so none saw the other. Only one process counts at a time, so none slips through.
 * @returns the `email_index` of each that is now held, in hexadecimal
 */
export async function holdShared(client: PoolClient, petitionId: string, emailIndexes: Buffer[]): Promise<Set<string>> {
  const { rows } = await client.query<{ held: string }>(
    `WITH batch AS (
       SELECT email_index, mailbox_index, row_number() OVER (PARTITION BY mailbox_index ORDER BY confirmed_at, email_index) AS place
       FROM signature WHERE petition_id = $1 AND email_index = ANY($2::bytea[]) AND mailbox_index IS NOT NULL
     ), surplus AS (
       SELECT email_index FROM batch WHERE place + (SELECT count(*) FROM signature c WHERE c.petition_id = $1
         AND c.mailbox_index = batch.mailbox_index AND c.state IN ('counted', 'removed')) > ${MAX_PER_MAILBOX}
     )
     UPDATE signature s SET state = 'held', suspicious = true, signals = concat_ws(' ', nullif(s.signals, ''), 'shared_mailbox')
     FROM surplus WHERE s.petition_id = $1 AND s.email_index = surplus.email_index
     RETURNING encode(s.email_index, 'hex') AS held`,
    [petitionId, emailIndexes],
  )
  return new Set(rows.map(({ held }) => held))
}
