import { env } from '@/lib/env'
import type { RowFile } from '@/lib/exports/export-view'
import { type ExportRow, readRows } from '@/lib/exports/read-rows'
import { encryptTo } from '@/lib/exports/recipient'
import { streamOf } from '@/lib/exports/stream-of'
import { writeRows } from '@/lib/exports/write-rows'
import type { NoteProgress } from '../progress'
import { paddingOf } from './padding'
import { namedSignatures, noteStanding, type Standing } from './standing'

/** The names of a delivery, encrypted to the addressees that get them. */
export interface NamesFile {
  body: Buffer<ArrayBuffer>
  standing: Standing
}

interface OfDelivery {
  id: string
  petition: { id: string; slug: string }
  /** The age public keys of the recipients. */
  keys: string[]
  addressees: string[]
}

/**
 * Makes the file of names: of counted signers within the pack's checkpoint who chose to show a name, in the form they
 * chose. It is a table as in exports, and exists unencrypted only in this process's memory. Padding hides its exact
 * length: two packs that differ by one signature must not reveal the length of a name.
 * @param size of the pack's checkpoint
 */
export async function namesFile(
  delivery: OfDelivery,
  size: number,
  now: Date,
  noteProgress: NoteProgress = async () => undefined,
): Promise<NamesFile> {
  const { id, petition, keys, addressees } = delivery
  const which = namedSignatures(petition.id, size, now)
  const { standing, noteName } = noteStanding(petition.id)
  const reason = `delivery to ${addressees.join('; ')}`
  const ordered = { ...which, id, petitionId: petition.id, format: 'csv', reason }
  const pages: ExportRow[][] = []
  // Signers who change their choice meanwhile may be in it or not, but there are never more than entries.
  let read = 0
  await noteProgress('names', read)
  for await (const rows of readRows({ ...ordered, rows: size, noteName })) {
    pages.push(rows)
    read += rows.length
    await noteProgress('names', read)
  }
  const file: RowFile = { ...ordered, rows: standing.names }
  // Outsiders get it, so it names no staff; the audit log does.
  const origin = { by: new URL(env().SITE_URL).host, petition: petition.slug, madeAt: now }
  const sealed = await encryptTo(keys, streamOf(padded(writeRows(file, origin, pages))))
  const body = Buffer.from(await new Response(sealed).arrayBuffer())
  return { body, standing }
}

async function* padded(table: ReturnType<typeof writeRows>): AsyncGenerator<Uint8Array> {
  let length = 0
  for await (const { text } of table) {
    const piece = Buffer.from(text)
    length += piece.length
    yield piece
  }
  yield Buffer.alloc(paddingOf(length), '\n')
}
