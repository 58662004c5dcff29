import { LRUCache } from 'lru-cache'
import { db } from '@/lib/db'
import { isSlug } from '@/lib/input/slug'
import type { DocumentType } from '@/prisma/generated/enums'

interface DocumentFile {
  name: string
  type: DocumentType
  sha256: string
  /** Reads the file. @returns null where it was removed meanwhile */
  read(): Promise<Uint8Array<ArrayBuffer> | null>
}

/** By hash, so that none is out of date; many requests at once read a file once. */
const files = new LRUCache<string, Uint8Array<ArrayBuffer>>({
  maxSize: 64 * 1024 * 1024,
  sizeCalculation: ({ length }) => length || 1,
  async fetchMethod(sha256) {
    const row = await db().documentFile.findFirst({ where: { document: { sha256 } }, select: { bytes: true } })
    return row?.bytes
  },
})

/** The file of a document that has not been removed, or null. */
export async function findDocumentFile(slug: string): Promise<DocumentFile | null> {
  if (!isSlug(slug)) return null
  const row = await db().document.findUnique({ where: { slug }, select: { type: true, sha256: true } })
  return row && { ...row, name: slug, read: async () => (await files.fetch(row.sha256)) ?? null }
}
