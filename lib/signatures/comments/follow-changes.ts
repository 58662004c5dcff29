import { db } from '@/lib/db'
import { openRecord } from '@/lib/vault/open-record'
import { shownName } from '../shown/shown-name'
import { signatureRecord } from '../signature-record'
import { commentMacs } from './comment-mac'

/** Rows looked at in one go. */
const STEP = 100

/**
 * Looks again at decided comments whose signature was changed since. They went out of sight with the change; with the
 * same comment they come back under the name as it is to be shown now, and another comment waits to be read.
 */
export async function followChanges(): Promise<number> {
  const rows = await db().$queryRaw<Changed[]>`
    SELECT s.petition_id::text AS "petitionId", s.email_index AS "emailIndex", s.sealed, s.display::text AS display,
      s.content_mac AS "contentMac", c.comment_mac AS "commentMac", c.decision, c.content_mac AS seen
    FROM comment c JOIN signature s USING (petition_id, email_index)
    WHERE c.content_mac <> s.content_mac LIMIT ${STEP}`
  for (const row of rows) await follow(row)
  return rows.length
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
    const shown = row.decision === 'approved' ? { name: shownName(name, row.display) ?? '' } : {}
    await db().comment.updateMany({ where, data: { ...shown, contentMac } })
  }
}
