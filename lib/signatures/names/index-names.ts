import { db } from '@/lib/db'
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
  const rows = await db().signatureName.findMany({
    where: { nameIndex: null },
    select: { petitionId: true, emailIndex: true, signature: { select: { sealed: true } } },
    take: BATCH,
  })
  const opened: OpenedName[] = []
  for (const { signature, ...key } of rows) {
    const name = tryOpen(() => openRecord(signature.sealed, signatureRecord).name)
    // One that cannot be opened cannot be found by name, and must not be retried for ever.
    if (name === null) await db().signatureName.deleteMany({ where: key })
    else opened.push({ ...key, sealed: signature.sealed, name })
  }
  await noteNames(opened)
  return rows.length
}
