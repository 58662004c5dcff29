import { db } from '@/lib/db'
import { env } from '@/lib/env'
import type { RowFile } from '@/lib/exports/export-view'
import { encryptTo } from '@/lib/exports/recipient'
import { streamOf } from '@/lib/exports/stream-of'
import { writeRows } from '@/lib/exports/write-rows'
import type { Prisma } from '@/prisma/generated/client'
import { paddingOf } from './padding'
import { isSame, namedSignatures, type Standing, standing } from './standing'

/** The names of a delivery, encrypted to its addressee. */
export interface NamesFile {
  body: Buffer<ArrayBuffer>
  standing: Standing
  /** Whether in that transaction everybody in it is still counted, and is still to be named so. */
  holds(tx: Prisma.TransactionClient): Promise<boolean>
}

interface OfDelivery {
  id: string
  petition: { id: string; slug: string }
  recipient: string
  addressees: string[]
}

/**
 * Makes the file with the names of those who are counted in the first entries of the ledger and chose that a name is
 * shown, each as chosen. It is a table as exports write it, and never exists unencrypted outside of the memory of this
 * process. Its length says only roughly how many are named: two packs, one signature apart, must not show how long a name is.
 * @param size of the checkpoint of the pack
 */
export async function namesFile(delivery: OfDelivery, size: number, now: Date): Promise<NamesFile> {
  const { id, petition, recipient, addressees } = delivery
  const which = namedSignatures(petition.id, size, now)
  const before = await standing(db(), which)
  const reason = `delivery to ${addressees.join('; ')}`
  const file: RowFile = { ...which, id, petitionId: petition.id, rows: before.names, format: 'csv', reason }
  // It goes to strangers, so it names nobody of the staff: the audit log does.
  const origin = { by: new URL(env().SITE_URL).host, petition: petition.slug, madeAt: now }
  const sealed = await encryptTo(recipient, streamOf(padded(file, origin)))
  const body = Buffer.from(await new Response(sealed).arrayBuffer())
  return {
    body,
    standing: before,
    holds: async (tx) => isSame(before, await standing(tx, which)),
  }
}

async function* padded(file: RowFile, origin: Parameters<typeof writeRows>[1]): AsyncGenerator<Uint8Array> {
  let length = 0
  for await (const { text } of writeRows(file, origin)) {
    const piece = Buffer.from(text)
    length += piece.length
    yield piece
  }
  yield Buffer.alloc(paddingOf(length), '\n')
}
