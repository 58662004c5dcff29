import { setTimeout as sleep } from 'node:timers/promises'
import { pool } from '@/lib/db'
import { env } from '@/lib/env'
import { openWithToken } from '@/lib/vault/seal-with-token'
import { hashToken } from '@/lib/vault/token'
import { makeReceipt, type ReceiptOutcome } from './make-receipt'

/** In ms: the time for which a web process waits for a worker. */
const TIMEOUT = 8_000
const POLL_INTERVAL = 250

export type ReceiptRequest = ReceiptOutcome | { ok: false; reason: 'unavailable' }

/**
 * The receipt of a mailed token's signature. A process that cannot open signatures requests it from a worker, whose
 * answer is encrypted under the token: neither the database nor anyone who reads it gets the receipt.
 * @param opens whether this process can open signatures
 */
export async function requestReceipt(
  token: string,
  now: Date,
  opens = env().SEAL_PRIVATE_KEY !== undefined,
): Promise<ReceiptRequest> {
  const tokenHash = hashToken(token)
  if (!tokenHash) return { ok: false, reason: 'token_unknown' }
  if (opens) return makeReceipt(tokenHash)
  const { rowCount } = await pool().query(
    `INSERT INTO receipt_request (token_hash, requested_at) SELECT token_hash, $2 FROM signature WHERE token_hash = $1
     ON CONFLICT (token_hash) DO UPDATE SET requested_at = excluded.requested_at, answer = NULL`,
    [tokenHash, now],
  )
  return rowCount ? wait(token, tokenHash, Date.now() + TIMEOUT) : { ok: false, reason: 'token_unknown' }
}

async function wait(token: string, tokenHash: Buffer, until: number): Promise<ReceiptRequest> {
  while (Date.now() < until) {
    await sleep(POLL_INTERVAL)
    const { rows } = await pool().query<{ answer: Buffer }>(
      'DELETE FROM receipt_request WHERE token_hash = $1 AND answer IS NOT NULL RETURNING answer',
      [tokenHash],
    )
    if (rows[0]) return openWithToken(token, rows[0].answer) as ReceiptOutcome
  }
  return { ok: false, reason: 'unavailable' }
}
