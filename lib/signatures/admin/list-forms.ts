import { db } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { readKey } from './signature-key'
import { type RawRow, type SignatureRow, signatureColumns, toRow, waitingForms } from './signature-row'

/** More than one person can have pending (lib/signatures/trim-forms.ts). */
const MAX_FORMS = 200

/** Lists one person's pending forms for one petition, newest first. A key leads here before the signature exists. */
export async function listForms(by: Staff, key: string): Promise<SignatureRow[]> {
  authorise(by, 'signature.read')
  const where = readKey(key)
  if (!where) return []
  const { petitionId, emailIndex } = where
  const rows = await db().$queryRaw<RawRow[]>`
    ${signatureColumns(waitingForms)} WHERE s.petition_id = ${petitionId}::uuid AND s.email_index = ${emailIndex}::bytea
    ORDER BY s.received_at DESC LIMIT ${MAX_FORMS}`
  return rows.map(toRow)
}
