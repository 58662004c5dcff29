import { db, pool } from '@/lib/db'
import { signatureRecord } from '@/lib/signatures/signature-record'
import { openRecord } from '@/lib/vault/open-record'
import { sealWithToken } from '@/lib/vault/seal-with-token'
import { forEachSettled } from './for-each-settled'
import { makeReceipt } from './make-receipt'

/** In ms: the time after which requests, and answers that nobody fetched, are deleted. */
const LIFE = 5 * 60_000

/** Makes requested receipts, each sealed under the requester's token. @returns how many were made */
export async function answerReceipts(now: Date): Promise<number> {
  await db().receiptRequest.deleteMany({ where: { requestedAt: { lt: new Date(now.getTime() - LIFE) } } })
  const { rows } = await pool().query<{ token_hash: Buffer<ArrayBuffer>; sealed: Buffer }>(
    `SELECT r.token_hash, s.sealed FROM receipt_request r JOIN signature s ON s.token_hash = r.token_hash WHERE r.answer IS NULL LIMIT 20`,
  )
  return forEachSettled(rows, async ({ token_hash, sealed }) => {
    const { token } = openRecord(sealed, signatureRecord)
    const answer = sealWithToken(token, await makeReceipt(token_hash))
    await db().receiptRequest.updateMany({ where: { tokenHash: token_hash, answer: null }, data: { answer } })
    return 1
  })
}
