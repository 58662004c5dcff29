import type { PoolClient } from 'pg'
import { pool } from '@/lib/db'
import { checkpointFolder, lastCheckpoint, storeCheckpoint } from './checkpoint-file'
import { fencedTransaction } from './fenced-transaction'
import { forEachSettled } from './for-each-settled'
import type { LedgerSigner } from './ledger-signer'
import { type Checkpoint, parseCheckpoint } from './log/checkpoint'
import { ED25519 } from './log/note'
import { formatPolicy } from './log/policy'
import { hashOf, proveConsistency } from './log/prove'
import { verifyConsistency } from './log/verify-consistency'
import { formatVkey, makeVkey } from './log/vkey'
import { nodeSuite } from './node-suite'
import { signNote } from './sign-note'
import { tiledLedger } from './tiled-ledger'

/** The tree does not continue the last signed checkpoint. Nothing is signed until a person has investigated. */
class LedgerNotConsistent extends Error {
  override name = 'LedgerNotConsistent'
}

/**
 * Signs a new checkpoint for every published petition whose ledger has grown, each in its own transaction. A signature
 * covers committed leaves only, and only if they continue both the last checkpoint in the database and the last one on
 * this machine's disk, so that neither a restored backup nor a paused worker can fork or shorten the log.
 * @returns how many checkpoints were signed
 * @throws LedgerNotConsistent
 */
export async function signCheckpoints(signer: LedgerSigner, now: Date): Promise<number> {
  const { rows } = await pool().query<{ id: string; slug: string }>(
    `SELECT p.id, p.slug FROM petition p LEFT JOIN petition_total t ON t.petition_id = p.id
     WHERE p.status <> 'draft' AND coalesce(t.size, 0) > coalesce(
       (SELECT max(size) FROM ledger_checkpoint c WHERE c.petition_id = p.id), -1)`,
  )
  return forEachSettled(rows, ({ id, slug }) => fencedTransaction((client) => signHead(client, signer, id, slug, now)))
}

interface Total {
  size: number
  net: number
  asOf: Date
}

async function signHead(client: PoolClient, signer: LedgerSigner, id: string, slug: string, now: Date) {
  const known = await lastCheckpoint(checkpointFolder(id, signer.dataDir))
  const log = await lockLog(client, signer, id, slug, known?.origin)
  const total = await readTotal(client, id, now)
  const stored = await storedHead(client, id)
  if (stored && stored.size === total.size) return 0

  const tree = tiledLedger(client, id, total.size)
  const head: Checkpoint = { origin: log.origin, size: total.size, root: await hashOf(tree, 0, total.size) }
  for (const before of [stored, known]) if (before) await mustContinue(head, before)

  const note = signNote(signer.keys, log.keys, head)
  await client.query(
    `INSERT INTO ledger_checkpoint (petition_id, size, net, root, note, as_of, signed_at, published_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, total.size, total.net, head.root, note, total.asOf, now, signer.witnesses.quorum === 'none' ? now : null],
  )
  await storeCheckpoint(checkpointFolder(id, signer.dataDir), total.size, note)
  return 1

  async function mustContinue(head: Checkpoint, before: Checkpoint) {
    const said = `${head.size} leaves do not continue the ${before.size} signed before`
    if (before.origin !== head.origin || before.size > head.size) throw new LedgerNotConsistent(said)
    const proof = await proveConsistency(tree, before.size)
    const sizes = { oldSize: before.size, oldRoot: before.root, newSize: head.size, newRoot: head.root, proof }
    if (!(await verifyConsistency(sizes, nodeSuite))) throw new LedgerNotConsistent(said)
  }
}

/**
 * Locks the log's row until the transaction ends, so that signers are serialised; records the present keys and policy.
 */
async function lockLog(client: PoolClient, signer: LedgerSigner, id: string, slug: string, known?: string) {
  const fresh = known ?? `${signer.url.replace(/^https?:\/\//, '')}/${slug}`
  const { rows } = await client.query<{ origin: string; vkeys: string[]; policy: string }>(
    `INSERT INTO ledger_log (petition_id, origin, vkeys, policy) VALUES ($1, $2, '{}', '')
     ON CONFLICT (petition_id) DO UPDATE SET petition_id = excluded.petition_id RETURNING origin, vkeys, policy`,
    [id, fresh],
  )
  const { origin = fresh, vkeys = [], policy: before = '' } = rows[0] ?? {}
  const keys = await Promise.all(signer.keys.map(({ publicKey }) => makeVkey(origin, ED25519, publicKey, nodeSuite)))
  const all = [...new Set([...vkeys, ...keys.map(formatVkey).reverse()])]
  const policy = formatPolicy({ ...signer.witnesses, logs: keys.map((key) => ({ key, url: `${signer.url}/${slug}` })) })
  if (policy !== before || all.length !== vkeys.length) {
    await client.query('UPDATE ledger_log SET vkeys = $2, policy = $3 WHERE petition_id = $1', [id, all, policy])
  }
  return { origin, keys }
}

async function readTotal(client: PoolClient, id: string, now: Date): Promise<Total> {
  const { rows } = await client.query<{ size: string; net: string; as_of: Date }>(
    'SELECT size, net, as_of FROM petition_total WHERE petition_id = $1',
    [id],
  )
  const row = rows[0]
  return row ? { size: Number(row.size), net: Number(row.net), asOf: row.as_of } : { size: 0, net: 0, asOf: now }
}

async function storedHead(client: PoolClient, id: string): Promise<Checkpoint | null> {
  const { rows } = await client.query<{ note: string }>(
    'SELECT note FROM ledger_checkpoint WHERE petition_id = $1 ORDER BY size DESC LIMIT 1',
    [id],
  )
  const parsed = rows[0] && parseCheckpoint(rows[0].note)
  if (parsed === null) throw new LedgerNotConsistent('the last checkpoint in the database cannot be read')
  return parsed?.checkpoint ?? null
}
