import { pool } from '@/lib/db'
import { possibleSignatures } from '@/lib/signatures/possible-signatures'
import { signatureRecord } from '@/lib/signatures/signature-record'
import { openRecord } from '@/lib/vault/open-record'
import type { AccessSignature } from './access-content'

/**
 * All signatures and pending forms of one canonical address, opened: for the worker, which has the private key.
 * Confirmed ones come first, then the newest.
 */
export async function findStored(canonical: string): Promise<(AccessSignature & { confirmed: boolean })[]> {
  const wanted = await possibleSignatures(canonical)
  const { rows } = await pool().query<Row>(
    `WITH wanted AS (SELECT * FROM unnest($1::uuid[], $2::bytea[]) AS wanted(petition_id, email_index))
     SELECT petition_id, email_index, s.sealed, true AS confirmed, confirmed_at AS at
     FROM wanted JOIN signature s USING (petition_id, email_index)
     UNION ALL
     SELECT petition_id, email_index, f.sealed, false, received_at
     FROM wanted JOIN pending_signature f USING (petition_id, email_index)
     ORDER BY confirmed DESC, at DESC`,
    [wanted.map(({ petitionId }) => petitionId), wanted.map(({ emailIndex }) => emailIndex)],
  )
  return rows.map(({ petition_id, email_index, sealed, confirmed }) => ({
    confirmed,
    petitionId: petition_id,
    emailIndex: email_index.toString('base64url'),
    record: openRecord(sealed, signatureRecord),
  }))
}

interface Row {
  petition_id: string
  email_index: Buffer
  sealed: Buffer
  confirmed: boolean
}
