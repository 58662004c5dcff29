import { pool } from '@/lib/db'
import { signatureRecord } from '@/lib/signatures/signature-record'
import { openRecord } from '@/lib/vault/open-record'
import { sealWithToken } from '@/lib/vault/seal-with-token'
import { forEachSettled } from './for-each-settled'
import { makeReceipt } from './make-receipt'

/** In minutes: requests and answers that nobody fetched are deleted after this. */
const LIFE = 5

/** Makes the receipts that web processes requested, each sealed under the requester's token. */
export async function answerReceipts(now: Date): Promise<number> {
  await pool().query('DELETE FROM receipt_request WHERE requested_at < $1::timestamptz - make_interval(mins => $2)', [
    now,
    LIFE,
  ])
  const { rows } = await pool().query<{ token_hash: Buffer; sealed: Buffer }>(
    `SELECT r.token_hash, s.sealed FROM receipt_request r JOIN signature s ON s.token_hash = r.token_hash WHERE r.answer IS NULL LIMIT 20`,
  )
  return forEachSettled(rows, async ({ token_hash, sealed }) => {
    const { token } = openRecord(sealed, signatureRecord)
    const answer = sealWithToken(token, await makeReceipt(token_hash))
    await pool().query('UPDATE receipt_request SET answer = $2 WHERE token_hash = $1 AND answer IS NULL', [
      token_hash,
      answer,
    ])
    return 1
  })
}
