import { db } from '@/lib/db'
import { publicName } from '@/lib/signatures/public-names/public-name'
import { signatureRecord } from '@/lib/signatures/signature-record'
import { openRecord } from '@/lib/vault/open-record'
import { commentMacs } from './comment-mac'

/** Decided comments looked at in one step. */
const BATCH_SIZE = 1_000

/** The last comment looked at. */
export interface Place {
  petitionId: string
  emailIndex: Uint8Array<ArrayBuffer>
}

const START: Place = { petitionId: '00000000-0000-0000-0000-000000000000', emailIndex: Buffer.alloc(0) }

/**
 * Looks at the next decided comments, in a cycle, for those whose signature has changed since. The change hid them: an
 * unchanged comment is published again under the present public name, and a changed one awaits another decision.
 * @returns where to continue; null at the end
 */
export async function followChanges(after: Place | null): Promise<Place | null> {
  const { petitionId, emailIndex } = after ?? START
  const rows = await db().$queryRaw<Row[]>`
    WITH part AS MATERIALIZED (
      SELECT petition_id, email_index, comment_mac, decision, content_mac FROM comment
      WHERE (petition_id, email_index) > (${petitionId}::uuid, ${emailIndex}::bytea)
      ORDER BY petition_id, email_index LIMIT ${BATCH_SIZE})
    SELECT part.petition_id::text AS "petitionId", part.email_index AS "emailIndex", part.comment_mac AS "commentMac",
      part.decision, part.content_mac AS seen, s.content_mac AS "contentMac", s.display::text AS display,
      CASE WHEN s.content_mac <> part.content_mac THEN s.sealed END AS sealed
    FROM part JOIN signature s USING (petition_id, email_index) ORDER BY part.petition_id, part.email_index`
  for (const { sealed, ...row } of rows) if (sealed) await follow({ ...row, sealed })
  const last = rows.at(-1)
  return rows.length < BATCH_SIZE || !last ? null : { petitionId: last.petitionId, emailIndex: last.emailIndex }
}

interface Row extends Omit<Changed, 'sealed'> {
  /** Only if the signature has changed. */
  sealed: Uint8Array | null
}

interface Changed {
  petitionId: string
  emailIndex: Uint8Array<ArrayBuffer>
  sealed: Uint8Array
  display: string
  contentMac: Uint8Array<ArrayBuffer>
  commentMac: Uint8Array
  decision: string
  /** Only if nothing else has looked since. */
  seen: Uint8Array<ArrayBuffer>
}

async function follow(row: Changed): Promise<void> {
  const { petitionId, emailIndex, contentMac, seen } = row
  const { comment, name } = openRecord(row.sealed, signatureRecord)
  const same = comment !== null && commentMacs(petitionId, comment).some((mac) => mac.equals(row.commentMac))
  const where = { petitionId, emailIndex, contentMac: seen }
  if (!same) await db().comment.deleteMany({ where })
  else {
    const shown = row.decision === 'approved' ? { name: publicName(name, row.display) ?? '' } : {}
    await db().comment.updateMany({ where, data: { ...shown, contentMac } })
  }
}
