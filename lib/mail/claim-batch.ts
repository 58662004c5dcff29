import { randomUUID } from 'node:crypto'
import { pgTransaction } from '@/lib/pg-transaction'
import { type Attempt, type Begun, beginAttempt, type Queryable } from './begin-attempt'
import type { MailRow } from './mail-row'
import { newBatch, PRIORITIES, type Priority } from './new-batch'

/** In ms: the time for which a claimed batch belongs to its worker. Longer than any driver takes to give up (40 s). */
const LEASE = 60_000

export interface Claim {
  batchId: string
  /** The end of the claim; also the token by which a worker that took too long notices that it has lost the batch. */
  lease: Date
  claimedAt: Date
  /** Attempts, including this one. */
  attempts: number
  /** The beginning of the first attempt with an unknown outcome; `claimedAt` if there was none before this one. */
  firstAttemptAt: Date
  rows: MailRow[]
}

/**
 * Takes the next due mails for one attempt, and records first that it begins: a batch that was tried before (all its
 * rows, in the same order), else up to `size` new rows under a new batch id. The batch of a worker that dies is claimed
 * again under the same id when its lease expires. Claims are serialised (they take milliseconds): a batch is one unit,
 * and row locks would let two workers share it.
 * @returns null if nothing is due
 */
export function claimBatch(now: Date, size: number): Promise<Claim | null> {
  return pgTransaction((client) => nextClaim(client, now, size), { lock: 'mailClaims' })
}

async function nextClaim(client: Queryable, now: Date, size: number): Promise<Claim | null> {
  const lease = new Date(now.getTime() + LEASE)
  for (const turn of PRIORITIES) {
    const batchId = await triedBatch(client, turn, now)
    if (batchId) return claimOf(await beginAgain(client, { batchId, now, lease }), { batchId, now, lease })
    const attempt = { batchId: randomUUID(), now, lease }
    const claim = claimOf(await newBatch(client, attempt, turn, size), attempt)
    if (claim) return claim
  }
  return null
}

async function triedBatch(client: Queryable, turn: Priority, now: Date): Promise<string | undefined> {
  const { rows } = await client.query<{ batch_id: string }>({
    name: `mail-tried, ${turn}`,
    text: `SELECT batch_id FROM mail
      WHERE sent_at IS NULL AND failed_at IS NULL AND batch_id IS NOT NULL AND not_before <= $1 AND ${turn}
      ORDER BY not_before LIMIT 1`,
    values: [now],
  })
  return rows[0]?.batch_id
}

function beginAgain(client: Queryable, attempt: Attempt): Promise<Begun[]> {
  const text = 'WHERE batch_id = $1 AND sent_at IS NULL AND failed_at IS NULL'
  return beginAttempt(client, attempt, { name: 'mail-begin-again', text, values: [] })
}

function claimOf(rows: Begun[], { batchId, now, lease }: Attempt): Claim | null {
  if (rows.length === 0) return null
  const firstAttemptAt = new Date(Math.min(...rows.map((row) => row.firstAttemptAt.getTime())))
  const attempts = Math.max(...rows.map((row) => row.attempts))
  return { batchId, lease, claimedAt: now, attempts, firstAttemptAt, rows }
}
