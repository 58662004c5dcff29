import { randomUUID } from 'node:crypto'
import { pool } from '@/lib/db'
import type { MailRow } from './mail-row'
import { newBatch, PRIORITIES, type Priority, type Queryable } from './new-batch'

/** In ms: how long a claimed batch belongs to its worker. Longer than any driver takes to give up (40 s). */
const LEASE = 60_000
/**
 * Claims are serialised (they take milliseconds): a batch is one unit, and row locks would let two workers share it.
 */
const CLAIM_LOCK = 72_707_402

export interface Claim {
  batchId: string
  /** When the claim ends; also the token by which a worker that overslept notices. */
  lease: Date
  claimedAt: Date
  /** Attempts, including this one. */
  attempts: number
  /** When the first attempt with an unknown outcome began; `claimedAt` if there was none before this one. */
  firstAttemptAt: Date
  rows: MailRow[]
}

/**
 * Takes the next due mails for one attempt, and records first that it begins: a batch that was tried before (all its
 * rows, in the same order), else up to `size` new rows under a new batch id. The batch of a worker that dies is claimed
 * again under the same id when its lease expires.
 */
export async function claimBatch(now: Date, size: number): Promise<Claim | null> {
  const client = await pool().connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock($1)', [CLAIM_LOCK])
    const batchId = await nextBatch(client, now, size)
    const claim = batchId ? await begin(client, batchId, now) : null
    await client.query('COMMIT')
    return claim
  } catch (error) {
    broken = error as Error
    throw error
  } finally {
    // A connection whose transaction did not end is not reused.
    client.release(broken)
  }
}

async function nextBatch(client: Queryable, now: Date, size: number): Promise<string | null> {
  for (const turn of PRIORITIES) {
    const batchId = await nextOf(client, turn, now, size)
    if (batchId) return batchId
  }
  return null
}

async function nextOf(client: Queryable, turn: Priority, now: Date, size: number): Promise<string | null> {
  const tried = await client.query<{ batch_id: string }>({
    name: `mail-tried, ${turn}`,
    text: `SELECT batch_id FROM mail
      WHERE sent_at IS NULL AND failed_at IS NULL AND batch_id IS NOT NULL AND not_before <= $1 AND ${turn}
      ORDER BY not_before LIMIT 1`,
    values: [now],
  })
  if (tried.rows[0]) return tried.rows[0].batch_id

  const batchId = randomUUID()
  return (await newBatch(client, batchId, turn, now, size)) ? batchId : null
}

async function begin(client: Queryable, batchId: string, now: Date): Promise<Claim | null> {
  const lease = new Date(now.getTime() + LEASE)
  const { rows } = await client.query<MailRow & { attempts: number; firstAttemptAt: Date }>({
    name: 'mail-begin',
    text: `WITH begun AS (
       UPDATE mail
       SET not_before = $2, attempts = attempts + 1, first_attempt_at = coalesce(first_attempt_at, $3)
       WHERE batch_id = $1 AND sent_at IS NULL AND failed_at IS NULL
       RETURNING *)
     SELECT address_index AS "addressIndex", id, kind, petition_id AS "petitionId",
       email_index AS "emailIndex", form, network, sealed, queued_at AS "queuedAt", mailing_id AS "mailingId", attempts, first_attempt_at AS "firstAttemptAt"
     FROM begun ORDER BY address_index, id`,
    values: [batchId, lease, now],
  })
  const [first] = rows
  if (!first) return null
  const firstAttemptAt = new Date(Math.min(...rows.map((row) => row.firstAttemptAt.getTime())))
  const attempts = Math.max(...rows.map((row) => row.attempts))
  return { batchId, lease, claimedAt: now, attempts, firstAttemptAt, rows }
}
