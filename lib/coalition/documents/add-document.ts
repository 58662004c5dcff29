import { createHash, randomUUID } from 'node:crypto'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import type { DocumentForm } from '../entities/document'
import { type FileProblem, MAX_DOCUMENT_BYTES } from './document-types'
import { inspectDocument } from './inspect-document'

export type AddResult =
  | { ok: true; id: string }
  | { ok: false; reason: 'taken' | 'file_missing' | 'file_too_large' | 'file_known' | FileProblem }

/** Adds a document with its file. It is public at once. */
export async function addDocument(by: Staff, form: DocumentForm, file: Uint8Array, now: Date): Promise<AddResult> {
  authorise(by, 'coalition.write')
  if (file.length === 0) return { ok: false, reason: 'file_missing' }
  if (file.length > MAX_DOCUMENT_BYTES) return { ok: false, reason: 'file_too_large' }
  const inspected = inspectDocument(file)
  if (!inspected.ok) return inspected

  const id = randomUUID()
  const sha256 = createHash('sha256').update(file).digest('hex')
  const { dated, ...words } = form
  const dates = { datedOn: dated.on, datedPrecision: dated.precision, addedAt: now }
  return staffWrite<AddResult>(by, 'coalition.write', now, async ({ tx, log }) => {
    const data = { id, ...words, ...dates, type: inspected.type, size: file.length, sha256 }
    // Two unique keys, address and hash: of two at once, one is let through.
    const { count } = await tx.document.createMany({ data, skipDuplicates: true })
    if (count === 0) {
      const known = await tx.document.count({ where: { sha256 } })
      return { ok: false, reason: known ? 'file_known' : 'taken' }
    }
    await tx.documentFile.create({ data: { documentId: id, bytes: new Uint8Array(file) } })
    log('document.add', `document:${id}`, { slug: form.slug, sha256 })
    return { ok: true, id }
  })
}
