import { db } from '@/lib/db'
import { sha256 } from '@/lib/vault/sha256'

/** A page as a PDF, without its bytes. */
export interface PrintedPage {
  /** Of the page: `/en/letters/{slug}`, `/en/statement/{version}`. */
  path: string
  size: number
}

/** The PDF of a page with this version of its text, or null if there is none yet. */
export async function findPrintedPage(path: string, version: number): Promise<PrintedPage | null> {
  return db().printedPage.findFirst({ where: { path, version }, select: { path: true, size: true } })
}

/** Keeps a PDF instead of the page's former one. */
export async function savePrintedPage(path: string, version: number, bytes: Uint8Array, now: Date): Promise<void> {
  const file = {
    version,
    sha256: sha256(bytes).toString('hex'),
    size: bytes.length,
    bytes: new Uint8Array(bytes),
    madeAt: now,
  }
  await db().printedPage.upsert({ where: { path }, create: { path, ...file }, update: file })
}

/** The file of a page, or null. */
export async function findPrintedFile(path: string) {
  const row = await db().printedPage.findUnique({ where: { path }, select: { sha256: true } })
  return (
    row && {
      // `en-letters-open-letter`
      name: path.slice(1).replaceAll('/', '-'),
      type: 'pdf' as const,
      sha256: row.sha256,
      read: async () =>
        (await db().printedPage.findUnique({ where: { path }, select: { bytes: true } }))?.bytes ?? null,
    }
  )
}
