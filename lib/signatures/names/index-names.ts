import { db } from '@/lib/db'
import { tryOpen } from '@/lib/vault/aead'
import { openRecord } from '@/lib/vault/open-record'
import { noteDomains } from '../mail-domains/note-domains'
import { signatureRecord } from '../signature-record'
import { noteNames, type OpenedName } from './note-names'

const BATCH = 200

/**
 * Indexes the names of signatures confirmed or corrected since the last time, and their mail domains: the process that
 * does either has no key to index them.
 * @returns how many were indexed; 0: none is left
 */
export async function indexNames(now: Date): Promise<number> {
  const rows = await db().signatureName.findMany({
    where: { nameIndex: null },
    select: { petitionId: true, emailIndex: true, signature: { select: { sealed: true } } },
    take: BATCH,
  })
  const opened: (OpenedName & { email: string })[] = []
  for (const { signature, ...key } of rows) {
    const record = tryOpen(() => openRecord(signature.sealed, signatureRecord))
    // One that cannot be opened cannot be found by name, and must not be retried for ever.
    if (record === null) await db().signatureName.deleteMany({ where: key })
    else opened.push({ ...key, sealed: signature.sealed, name: record.name, email: record.email })
  }
  // First: a name that is indexed is not opened again.
  await noteDomains(opened, now)
  await noteNames(opened)
  return rows.length
}
