import { pool } from '@/lib/db'
import type { RowFile } from '@/lib/exports/export-view'
import { type Which, whichRows } from '@/lib/exports/which-rows'
import { publicName } from '@/lib/signatures/public-names/public-name'
import { signatureRecord } from '@/lib/signatures/signature-record'
import { tryOpen } from '@/lib/vault/aead'
import { nameIndexes } from '@/lib/vault/name-index'
import { openRecord } from '@/lib/vault/open-record'
import { sha256 } from '@/lib/vault/sha256'
import type { Display } from '@/prisma/generated/enums'

/** The people named in a file. Both lists are unordered, and one of them leads to a name only with the private key. */
export interface Standing {
  names: number
  /** For each signature, a hash that changes whenever its signer's entries change. */
  marks: Buffer<ArrayBuffer>[]
  /** For each signature, a keyed hash that changes only if its name is shown differently. */
  shown: Buffer<ArrayBuffer>[]
}

/** In bytes; the probability that one of a million others collides with it is 10^-32. */
const LENGTH = 16

/**
 * Selects the signatures of a delivery's names: those within the first entries of the ledger whose signers chose to
 * show a name.
 * @param entries the size of the pack's checkpoint
 */
export function namedSignatures(petitionId: string, entries: number, madeAt: Date): Which {
  return { filter: { petition: petitionId }, columns: ['name'], askedAt: madeAt, namedAmong: entries }
}

/** Collects who is named while a file is written, so that it matches the file even if signatures change meanwhile. */
export function noteStanding(petitionId: string): { standing: Standing; noteName: NonNullable<RowFile['noteName']> } {
  const standing: Standing = { names: 0, marks: [], shown: [] }
  return {
    standing,
    noteName({ emailIndex, contentMac, display, name }) {
      const [shown] = shownMarks(petitionId, emailIndex, name)
      if (!shown) throw new Error('this process holds no private key: it cannot note who is named')
      standing.names += 1
      standing.marks.push(markOf(emailIndex, contentMac, display))
      standing.shown.push(shown)
    },
  }
}

/**
 * Tells whether everybody in a delivery's file may still be named in the same way. Later signers do not matter, nor
 * other changes of a signature. Only records of changed signatures are decrypted.
 */
export async function stillStands(
  deliveryId: string,
  petitionId: string,
  which: Which,
  names: number,
): Promise<boolean> {
  const where = whichRows(which)
  const id = `$${where.values.length + 1}`
  // One statement, so that no signature counts as both unchanged and changed.
  const { rows } = await pool().query<Changed | { email_index: null; same: number }>(
    `WITH kept AS (SELECT unnest(marks) AS mark FROM delivery_names WHERE delivery_id = ${id}::uuid),
       now AS (SELECT s.petition_id, s.email_index, kept.mark IS NOT NULL AS same FROM signature s LEFT JOIN kept
         ON kept.mark = substr(sha256(s.email_index || s.content_mac || convert_to(s.display::text, 'UTF8')), 1, ${LENGTH})
         WHERE ${where.text})
     SELECT NULL::bytea AS email_index, NULL AS display, NULL::bytea AS sealed, count(*)::int AS same FROM now WHERE same
     UNION ALL
     SELECT s.email_index, s.display::text, s.sealed, 0 FROM now JOIN signature s USING (petition_id, email_index)
       WHERE NOT now.same`,
    [...where.values, deliveryId],
  )
  let same = 0
  const shown: Buffer[] = []
  for (const row of rows) {
    if (row.email_index === null) same += row.same
    else shown.push(...shownMarks(petitionId, row.email_index, nameOf(row)))
  }
  if (same < names && shown.length > 0) {
    const found = await pool().query<{ n: number }>(
      `SELECT count(*)::int AS n FROM (SELECT unnest(shown) AS mark FROM delivery_names WHERE delivery_id = $1) AS kept
       WHERE mark = ANY($2::bytea[])`,
      [deliveryId, shown],
    )
    same += found.rows[0]?.n ?? 0
  }
  return same === names
}

interface Changed {
  email_index: Buffer
  display: Display
  sealed: Buffer
}

function nameOf({ sealed, display }: Changed): string {
  const opened = tryOpen(() => openRecord(sealed, signatureRecord))
  return (opened && publicName(opened.name, display)) ?? ''
}

function markOf(emailIndex: Buffer, contentMac: Buffer, display: Display): Buffer<ArrayBuffer> {
  return first(sha256(Buffer.concat([emailIndex, contentMac, Buffer.from(display)])))
}

/** Hashes under each key in use, the newest first. */
function shownMarks(petitionId: string, emailIndex: Buffer, name: string): Buffer<ArrayBuffer>[] {
  return nameIndexes(`named ${petitionId}`, `${emailIndex.toString('hex')} ${name}`).map(first)
}

const first = (hash: Buffer<ArrayBuffer>) => Buffer.from(hash.subarray(0, LENGTH))
