import { db, pool } from '@/lib/db'
import { canonicalEmail } from '@/lib/input/canonical-email'
import { addressIndexes } from '@/lib/mail/address-index'
import { suppressionHashes } from '@/lib/mail/suppression/address-hash'
import { signatureRecord } from '@/lib/signatures/signature-record'
import { tryOpen } from '@/lib/vault/aead'
import { openRecord } from '@/lib/vault/open-record'
import { eraseStatement } from './erase-statement'
import { erasureHash } from './erasure-hash'
import { asListed, readErasures } from './erasure-list'

/** Rows examined in one batch. */
const BATCH_SIZE = 5_000
/** Sorts before every id. */
const NIL = '00000000-0000-0000-0000-000000000000'

/**
 * Erases the people again who are on the erasure list but still in the database, as after a restored backup. People who
 * signed again after being erased stay.
 * @returns how many signatures were erased
 */
export async function applyErasures(now: Date): Promise<number> {
  const listed = await list()
  if (listed.size === 0) return 0
  let erased = 0
  let after: { petition: string; index: Buffer } = { petition: NIL, index: Buffer.alloc(0) }
  for (;;) {
    const { rows } = await pool().query<Row>(
      `SELECT petition_id, email_index, received_at, sealed FROM (
         (SELECT petition_id, email_index, received_at, sealed FROM signature
           WHERE (petition_id, email_index) > ($1, $2) ORDER BY petition_id, email_index LIMIT ${BATCH_SIZE})
         UNION ALL
         (SELECT petition_id, email_index, min(received_at), (array_agg(sealed))[1] FROM pending_signature
           WHERE (petition_id, email_index) > ($1, $2) GROUP BY petition_id, email_index
           ORDER BY petition_id, email_index LIMIT ${BATCH_SIZE})) AS both_tables
       ORDER BY petition_id, email_index LIMIT ${BATCH_SIZE}`,
      [after.petition, after.index],
    )
    erased += await eraseListed(rows, listed, now)
    const last = rows.at(-1)
    if (!last) return erased
    after = { petition: last.petition_id, index: last.email_index }
  }
}

interface Row {
  petition_id: string
  email_index: Buffer
  received_at: Date
  sealed: Buffer
}

/** When each was last erased, by hash in hex: from the list outside, and from the database's own. */
async function list(): Promise<Map<string, Date>> {
  const rows = await db().erasure.findMany()
  const listed = new Map<string, Date>()
  for (const { hash, erasedAt } of [...rows.map(asListed), ...(await readErasures())]) {
    const name = hash.toString('hex')
    const known = listed.get(name)
    if (!known || known < erasedAt) listed.set(name, erasedAt)
  }
  return listed
}

async function eraseListed(rows: Row[], listed: Map<string, Date>, now: Date): Promise<number> {
  const back = rows
    .map((row) => ({ ...row, hash: erasureHash(row.petition_id, row.email_index) }))
    .filter(({ hash, received_at }) => {
      const erasedAt = listed.get(hash.toString('hex'))
      return erasedAt !== undefined && received_at <= erasedAt
    })
  if (back.length === 0) return 0
  // Queued mails, links and suppressions are found by the address only.
  const canonicals = [...new Set(back.flatMap(({ sealed }) => canonicalIn(sealed) ?? []))]
  const { rows: found } = await pool().query<{ erased: number }>(eraseStatement, [
    back.map(({ petition_id }) => petition_id),
    back.map(({ email_index }) => email_index),
    back.map(({ hash }) => hash),
    canonicals.flatMap(addressIndexes),
    now,
    canonicals.flatMap(suppressionHashes),
  ])
  return found[0]?.erased ?? 0
}

/** Null if the record cannot be opened: it is sealed to a missing key. */
function canonicalIn(sealed: Buffer): string | null {
  return tryOpen(() => canonicalEmail(openRecord(sealed, signatureRecord).email))?.canonical ?? null
}
