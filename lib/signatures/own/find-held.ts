import { pool } from '@/lib/db'
import { blindIndexes } from '@/lib/vault/blind-index'
import { openRecord } from '@/lib/vault/open-record'
import { signatureRecord } from '../signature-record'
import type { OwnSignature } from './own-content'

/** All signatures of one canonical address, opened: for the worker, which holds the private key. */
export async function findHeld(canonical: string): Promise<OwnSignature[]> {
  const petitions = await pool().query<{ id: string }>('SELECT id FROM petition ORDER BY opened_at DESC NULLS LAST, id')
  const wanted = petitions.rows.flatMap(({ id }) =>
    blindIndexes('signature', id, canonical).map((index) => ({ id, index })),
  )
  const { rows } = await pool().query<{ petition_id: string; email_index: Buffer; sealed: Buffer }>(
    `SELECT s.petition_id, s.email_index, s.sealed
     FROM unnest($1::uuid[], $2::bytea[]) WITH ORDINALITY AS wanted(petition_id, email_index, place)
     JOIN signature s USING (petition_id, email_index) ORDER BY place`,
    [wanted.map(({ id }) => id), wanted.map(({ index }) => index)],
  )
  return rows.map(({ petition_id, email_index, sealed }) => ({
    petitionId: petition_id,
    emailIndex: email_index.toString('base64url'),
    record: openRecord(sealed, signatureRecord),
  }))
}
