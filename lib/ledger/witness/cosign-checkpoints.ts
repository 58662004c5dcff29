import { db, pool } from '@/lib/db'
import type { LedgerSigner } from '@/lib/ledger/ledger-signer'
import { parseCheckpoint } from '@/lib/ledger/log/checkpoint'
import { type Policy, quorumMet } from '@/lib/ledger/log/policy'
import { verifyNote } from '@/lib/ledger/log/verify-note'
import { formatVkey } from '@/lib/ledger/log/vkey'
import { nodeSuite } from '@/lib/ledger/node-suite'
import { tiledLedger } from '@/lib/ledger/tiled-ledger'
import { requestCosignature } from './request-cosignature'

/**
 * In ms: how long a checkpoint waits for its quorum; then it is published without, and readers see that it is missing.
 */
const QUORUM_TIMEOUT = 60_000

interface Head {
  petition_id: string
  size: string
  note: string
  signed_at: Date
  published_at: Date | null
}

/** The witnesses that are asked to cosign, by vkey. */
export function askedWitnesses({ witnesses }: LedgerSigner): string[] {
  return witnesses.witnesses.filter(({ url }) => url).map(({ key }) => formatVkey(key))
}

/**
 * Asks the witnesses that have not cosigned each log's newest checkpoint, and publishes checkpoints that have their
 * quorum.
 * @returns how many witnesses are still missing
 */
export async function cosignCheckpoints({ witnesses }: LedgerSigner, now: Date): Promise<number> {
  if (witnesses.witnesses.length === 0) return 0
  const { rows } = await pool().query<Head>(
    `SELECT head.* FROM ledger_log l CROSS JOIN LATERAL (
       SELECT petition_id, size, note, signed_at, published_at FROM ledger_checkpoint c
       WHERE c.petition_id = l.petition_id ORDER BY size DESC LIMIT 1) AS head`,
  )
  let missing = 0
  for (const head of rows) missing += await cosignHead(head, witnesses, now)
  return missing
}

async function cosignHead(head: Head, policy: Policy, now: Date): Promise<number> {
  const before = await cosigners(head.note, policy)
  const asked = policy.witnesses.filter(({ name, url }) => url && !before.includes(name))
  const lines = await Promise.all(asked.map((witness) => cosign(head, witness, now)))
  const all = [...before, ...asked.filter((_, i) => lines[i]).map(({ name }) => name)]
  const waited = now.getTime() - head.signed_at.getTime() > QUORUM_TIMEOUT
  if (!head.published_at && (waited || quorumMet(policy, all))) {
    const where = { petitionId: head.petition_id, size: BigInt(head.size), publishedAt: null }
    await db().ledgerCheckpoint.updateMany({ where, data: { publishedAt: now } })
  }
  return lines.filter((line) => !line).length
}

async function cosigners(text: string, policy: Policy): Promise<string[]> {
  const note = parseCheckpoint(text)?.note
  const keys = policy.witnesses.map(({ key }) => key)
  const verified = (note && (await verifyNote(note, keys, nodeSuite))) ?? []
  return policy.witnesses.filter(({ key }) => verified.some((one) => one.key === key)).map(({ name }) => name)
}

/** @returns whether the witness cosigned */
async function cosign(head: Head, { key, url }: Policy['witnesses'][number], now: Date): Promise<boolean> {
  const parsed = parseCheckpoint(head.note)
  if (!parsed || !url) return false
  const vkey = formatVkey(key)
  const tree = tiledLedger(pool(), head.petition_id, Number(head.size))
  const reply = await requestCosignature(
    url,
    key,
    { note: parsed.note, text: head.note, tree },
    await knownSize(head, vkey),
  )
  if (reply.ok) {
    // Lines are only ever added, so concurrent workers do not undo each other's.
    await pool().query(
      'UPDATE ledger_checkpoint SET note = note || $3 WHERE petition_id = $1 AND size = $2 AND strpos(note, $3) = 0',
      [head.petition_id, head.size, reply.line],
    )
  }
  await remember(head, vkey, reply.ok ? Number(head.size) : reply.size, reply.ok ? null : reply.reason, now)
  return reply.ok
}

async function knownSize(head: Head, vkey: string): Promise<number> {
  const where = { petitionId: head.petition_id, vkey, size: { lte: BigInt(head.size) } }
  return Number((await db().ledgerWitness.findFirst({ where }))?.size ?? 0)
}

async function remember(
  head: Head,
  vkey: string,
  size: number | null,
  failure: string | null,
  now: Date,
): Promise<void> {
  await pool().query(
    `INSERT INTO ledger_witness AS old (petition_id, vkey, size, cosigned_at, failure)
     VALUES ($1, $2, coalesce($3::bigint, 0), CASE WHEN $4::text IS NULL THEN $5::timestamptz END, $4)
     ON CONFLICT (petition_id, vkey) DO UPDATE SET size = coalesce($3::bigint, old.size),
       cosigned_at = coalesce(excluded.cosigned_at, old.cosigned_at), failure = excluded.failure`,
    [head.petition_id, vkey, size, failure, now],
  )
}
