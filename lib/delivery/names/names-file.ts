import { db } from '@/lib/db'
import type { RowFile } from '@/lib/exports/export-view'
import { encryptTo } from '@/lib/exports/recipient'
import { streamOf } from '@/lib/exports/stream-of'
import { type Which, whichRows } from '@/lib/exports/which-rows'
import { writeRows } from '@/lib/exports/write-rows'
import type { Prisma } from '@/prisma/generated/client'
import { paddingOf } from './padding'

/** The names of a delivery, encrypted to its addressee. */
export interface NamesFile {
  body: Buffer<ArrayBuffer>
  names: number
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
  const which: Which = { filter: { petition: petition.id }, columns: ['name'], askedAt: now, namedAmong: size }
  const before = await standing(db(), which)
  const reason = `delivery to ${addressees.join('; ')}`
  const file: RowFile = { ...which, id, petitionId: petition.id, rows: before.names, format: 'csv', reason }
  const origin = { ...(await people(id)), petition: petition.slug, madeAt: now }
  const sealed = await encryptTo(recipient, streamOf(padded(file, origin)))
  const body = Buffer.from(await new Response(sealed).arrayBuffer())
  return {
    body,
    names: before.names,
    async holds(tx) {
      const after = await standing(tx, which)
      return after.names === before.names && after.content === before.content
    },
  }
}

/** How many are named, and a number that differs when anybody in the file changed, left or came. */
async function standing(tx: Pick<Prisma.TransactionClient, '$queryRaw'>, which: Which) {
  const [row] = await tx.$queryRaw<{ names: number; content: string }[]>`
    SELECT count(*)::int AS names,
      coalesce(sum(hashtextextended(encode(s.sealed, 'hex') || s.display::text, 0)), 0)::text AS content
    FROM signature s WHERE ${whichRows(which)}`
  if (!row) throw new Error('an aggregate has one row')
  return row
}

/** Who requested and who approved the delivery, whose id is that of its approval. */
async function people(id: string): Promise<{ askedBy: string; approvedBy: string | null }> {
  const email = { select: { email: true } }
  const row = await db().approval.findUnique({ where: { id }, select: { asker: email, decider: email } })
  return { askedBy: row?.asker.email ?? '', approvedBy: row?.decider?.email ?? null }
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
