import type { MailRow } from './mail-row'

export interface Queryable {
  /** Statements of each batch are named: PostgreSQL then plans them once a connection, not twenty times a second. */
  query<Row extends object>(statement: {
    name: string
    text: string
    values: unknown[]
  }): Promise<{ rows: Row[]; rowCount: number | null }>
}

/** An attempt to send a batch, as it is recorded before it begins. */
export interface Attempt {
  batchId: string
  now: Date
  /** The end of its claim. */
  lease: Date
}

export type Begun = MailRow & { attempts: number; firstAttemptAt: Date }

/**
 * Assigns mails to the batch of an attempt and records that the attempt begins, in one change of each row.
 * @param which selects the mails, in SQL: a name for the statement, the text after `SET …`, and its values from `$4`
 *   on; `$1` is the batch, `$3` the time
 * @returns the mails, with the number of attempts and the time of the first
 */
export async function beginAttempt(
  client: Queryable,
  { batchId, now, lease }: Attempt,
  which: { name: string; text: string; values: unknown[] },
): Promise<Begun[]> {
  const { rows } = await client.query<Begun>({
    name: which.name,
    text: `WITH begun AS (
       UPDATE mail SET batch_id = $1, not_before = $2, attempts = attempts + 1,
         first_attempt_at = coalesce(first_attempt_at, $3)
       ${which.text}
       RETURNING mail.*)
     SELECT address_index AS "addressIndex", id, kind, petition_id AS "petitionId", email_index AS "emailIndex", form,
       network, sealed, queued_at AS "queuedAt", mailing_id AS "mailingId", attempts, first_attempt_at AS "firstAttemptAt"
     FROM begun ORDER BY address_index, id`,
    values: [batchId, lease, now, ...which.values],
  })
  return rows
}
