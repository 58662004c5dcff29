import { LRUCache } from 'lru-cache'
import { db, pool } from '@/lib/db'
import { isSlug } from '@/lib/input/slug'
import { sharedStatement } from '@/lib/shared-statement'
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
  const row = await findRow(slug)
  return row && { name: slug, type: row.type, sha256: row.sha256, read: () => bytesOf(row.sha256) }
}

// Made-up names cost this read: those who ask at once share it.
const findRow = sharedStatement<string, { slug: string; type: DocumentType; sha256: string } | null>(
  null,
  async (slugs) => {
    const { rows } = await pool().query({
      name: 'find-documents',
      text: 'SELECT slug, type::text, sha256 FROM document WHERE slug = ANY((SELECT $1::text[])::text[])',
      values: [slugs],
    })
    return slugs.map((slug) => rows.find((row) => row.slug === slug) ?? null)
  },
)

async function bytesOf(sha256: string) {
  return (await files.fetch(sha256)) ?? null
}
