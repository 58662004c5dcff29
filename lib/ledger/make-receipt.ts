import { pool } from '@/lib/db'
import { signatureRecord } from '@/lib/signatures/signature-record'
import { openRecord } from '@/lib/vault/open-record'
import { equalBytes } from './log/bytes'
import { parseCheckpoint } from './log/checkpoint'
import { leafInput } from './log/hash'
import { proveInclusion } from './log/prove'
import { verifyInclusion } from './log/verify-inclusion'
import { nodeSuite } from './node-suite'
import { formatReceipt, leafOf, type Opening } from './receipt'
import { tiledLedger } from './tiled-ledger'

export type ReceiptOutcome =
  | { ok: true; slug: string; receipt: string }
  /** `not_yet`: it is counted, and the checkpoint that covers it will be signed within seconds. */
  | { ok: false; reason: 'token_unknown' | 'not_counted' | 'not_yet' }

interface Counted {
  petition_id: string
  slug: string
  state: string
  sealed: Buffer
  text_sha256: Buffer
  leaf_index: string | null
  leaf: Buffer | null
  note: string | null
}

/**
 * The receipt of a counted signature, made on request and stored nowhere.
 * @throws Error if this process has no private key, or the signature does not open its leaf
 */
export async function makeReceipt(tokenHash: Buffer): Promise<ReceiptOutcome> {
  const { rows } = await pool().query<Counted>(
    `SELECT s.petition_id, p.slug, s.state::text, s.sealed, s.text_sha256, s.leaf_index, l.leaf, c.note
     FROM signature s JOIN petition p ON p.id = s.petition_id
     LEFT JOIN ledger_leaf l ON l.petition_id = s.petition_id AND l.index = s.leaf_index
     LEFT JOIN LATERAL (SELECT note FROM ledger_checkpoint WHERE petition_id = s.petition_id AND published_at IS NOT NULL
       ORDER BY size DESC LIMIT 1) c ON true
     WHERE s.token_hash = $1`,
    [tokenHash],
  )
  const row = rows[0]
  if (!row) return { ok: false, reason: 'token_unknown' }
  if (row.state !== 'counted' || row.leaf_index === null || !row.leaf) return { ok: false, reason: 'not_counted' }
  const index = Number(row.leaf_index)
  const head = row.note === null ? null : parseCheckpoint(row.note)?.checkpoint
  if (!head || !row.note || head.size <= index) return { ok: false, reason: 'not_yet' }

  const opening = openingOf(row)
  if (!equalBytes(await leafOf(opening, nodeSuite), row.leaf)) throw new Error('a signature does not open its leaf')
  const proof = await proveInclusion(tiledLedger(pool(), row.petition_id, head.size), index)
  const leafHash = nodeSuite.sha256(leafInput(row.leaf))
  const holds = await verifyInclusion({ leafHash, index, size: head.size, proof, root: head.root }, nodeSuite)
  if (!holds) throw new Error('a counted leaf is not under the head')
  return { ok: true, slug: row.slug, receipt: formatReceipt({ opening, index, proof, checkpoint: row.note }) }
}

function openingOf({ sealed, text_sha256 }: Counted): Opening {
  const { opening } = openRecord(sealed, signatureRecord)
  return {
    text: text_sha256,
    salt: Buffer.from(opening.salt, 'base64url'),
    record: Buffer.from(opening.record, 'base64url'),
  }
}
