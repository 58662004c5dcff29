import { pool } from '@/lib/db'
import { publicMoment } from '@/lib/petitions/as-of'
import { type CountingKind, countingKinds, type RetractReason, retractReasons } from './leaf-kinds'
import { leafSources } from './leaf-sources'
import { toBase64 } from './log/bytes'
import { parseCheckpoint } from './log/checkpoint'
import { type Policy, parsePolicy, quorumMet } from './log/policy'
import { verifyNote } from './log/verify-note'
import { formatVkey } from './log/vkey'
import { nodeSuite } from './node-suite'

/** All that a page can show about a petition's ledger. */
export interface LedgerStatus {
  origin: string
  /** The count and its composition, as of one moment. */
  composition: Composition
  /** The newest published checkpoint. Its times, like all here, are rounded down (`publicMoment`). */
  head: { size: number; net: number; asOf: Date; signedAt: Date; root: string }
  /** Verifier keys that sign now. */
  keys: string[]
  witnesses: { name: string; cosignedAt: Date | null }[]
  quorum: { asked: boolean; met: boolean }
}

export interface Composition {
  net: number
  size: number
  asOf: Date
  /** Signatures by kind of leaf, retracted ones included. */
  added: Record<CountingKind, number>
  retracted: Record<RetractReason, number>
}

/** The status of a petition's ledger; null if no checkpoint has been signed yet. */
export async function ledgerStatus(petitionId: string): Promise<LedgerStatus | null> {
  const { rows } = await pool().query<HeadRow>(
    `SELECT l.origin, l.policy, c.size, c.net, c.as_of, c.signed_at, c.note FROM ledger_log l CROSS JOIN LATERAL (
       SELECT * FROM ledger_checkpoint c WHERE c.petition_id = l.petition_id AND c.published_at IS NOT NULL
       ORDER BY size DESC LIMIT 1) AS c
     WHERE l.petition_id = $1`,
    [petitionId],
  )
  const row = rows[0]
  const parsed = row && parseCheckpoint(row.note)
  if (!parsed) return null
  const policy = await parsePolicy(row.policy, nodeSuite)
  const { size, net, as_of: asOf, signed_at: signedAt, origin } = row
  const witnesses = await cosigners(parsed.note, policy)
  const cosigned = witnesses.filter(({ cosignedAt }) => cosignedAt).map(({ name }) => name)
  return {
    origin,
    composition: await composition(petitionId),
    head: { ...moments(asOf, signedAt), size: Number(size), net: Number(net), root: toBase64(parsed.checkpoint.root) },
    keys: policy.logs.map(({ key }) => formatVkey(key)),
    witnesses,
    quorum: { asked: policy.quorum !== 'none', met: quorumMet(policy, cosigned) },
  }
}

const moments = (asOf: Date, signedAt: Date) => ({ asOf: publicMoment(asOf), signedAt: publicMoment(signedAt) })

interface HeadRow {
  origin: string
  policy: string
  size: string
  net: string
  as_of: Date
  signed_at: Date
  note: string
}

async function cosigners(note: Parameters<typeof verifyNote>[0], policy: Policy): Promise<LedgerStatus['witnesses']> {
  const keys = policy.witnesses.map(({ key }) => key)
  const verified = (await verifyNote(note, keys, nodeSuite)) ?? []
  return policy.witnesses.map(({ name, key }) => {
    const time = verified.find((one) => one.key === key)?.time
    return { name, cosignedAt: time === undefined || time === null ? null : publicMoment(new Date(time * 1000)) }
  })
}

/** Signatures of leaves that may count for several. Every other counting leaf is a *sign* leaf, for one signature. */
const entries = countingKinds
  .flatMap((kind) => {
    const { entries: table } = leafSources[kind]
    return table ? `SELECT '${kind}' AS name, leaf_index, signatures FROM ${table} WHERE petition_id = $1` : []
  })
  .join(' UNION ALL ')

/**
 * Reads the composition of the count in one statement, so that the parts and their sum are of one moment. Leaves are
 * not read: the rows have their content.
 */
async function composition(petitionId: string): Promise<Composition> {
  const { rows } = await pool().query<{ size: string; net: string; as_of: Date; added: Part[]; taken: Part[] }>(
    `WITH entry AS (${entries})
     SELECT t.size, t.net, t.as_of,
       (SELECT coalesce(json_agg(part), '[]') FROM (
          SELECT name, sum(signatures)::int AS signatures FROM entry WHERE leaf_index IS NOT NULL GROUP BY name) AS part) AS added,
       (SELECT coalesce(json_agg(part), '[]') FROM (
          SELECT r.reason AS name, sum(coalesce(e.signatures, 1))::int AS signatures FROM retraction r
          LEFT JOIN entry e ON e.leaf_index = r.leaf_index
          WHERE r.petition_id = t.petition_id AND r.retracted_index IS NOT NULL GROUP BY r.reason) AS part) AS taken
     FROM petition_total t WHERE t.petition_id = $1`,
    [petitionId],
  )
  const { size = 0, net = 0, as_of: asOf = new Date(0), added: parts = [], taken = [] } = rows[0] ?? {}
  const added = record(countingKinds, parts)
  const retracted = record(retractReasons, taken)
  added.sign = Number(net) + sum(retracted) - sum(added)
  return { net: Number(net), size: Number(size), asOf: publicMoment(asOf), added, retracted }
}

interface Part {
  name: string
  signatures: number
}

function record<K extends string>(names: K[], parts: Part[]): Record<K, number> {
  const of = (name: K) => parts.find((part) => part.name === name)?.signatures ?? 0
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<K, number>
}

function sum(numbers: Record<string, number>): number {
  return Object.values(numbers).reduce((total, n) => total + n, 0)
}
