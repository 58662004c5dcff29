import { pool } from '@/lib/db'
import { tryOpen } from '@/lib/vault/aead'
import { openRecord } from '@/lib/vault/open-record'
import { signatureRecord } from '../signature-record'
import { noteNames, type OpenedName } from './note-names'

const BATCH = 200

/**
 * Indexes names corrected since the last time: the process that corrects one has no key to index it.
 * @returns how many were indexed; 0: none is left
 */
export async function indexNames(): Promise<number> {
  const { rows } = await pool().query<{ petition_id: string; email_index: Buffer; sealed: Buffer }>(
    `SELECT petition_id, email_index, s.sealed FROM signature_name n JOIN signature s USING (petition_id, email_index)
     WHERE n.name_index IS NULL LIMIT ${BATCH}`,
  )
  const opened: OpenedName[] = []
  for (const { petition_id, email_index, sealed } of rows) {
    const name = tryOpen(() => openRecord(sealed, signatureRecord).name)
    if (name === null) await forget(petition_id, email_index)
    else opened.push({ petitionId: petition_id, emailIndex: email_index, sealed, name })
  }
  await noteNames(opened)
  return rows.length
}

/** A record that cannot be opened cannot be found by name, and must not be retried for ever. */
async function forget(petitionId: string, emailIndex: Buffer): Promise<void> {
  const values = [petitionId, emailIndex]
  await pool().query('DELETE FROM signature_name WHERE petition_id = $1 AND email_index = $2', values)
}
