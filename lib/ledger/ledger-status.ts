import { pool } from '@/lib/db'
import { publicMoment } from '@/lib/petitions/as-of'
import { type RetractReason, retractReasons } from './leaf'
import { toBase64 } from './log/bytes'
import { parseCheckpoint } from './log/checkpoint'
import { type Policy, parsePolicy, quorumMet } from './log/policy'
import { verifyNote } from './log/verify-note'
import { formatVkey } from './log/vkey'
import { nodeSuite } from './node-suite'

/** What a page can say of a petition's ledger. */
export interface LedgerStatus {
  origin: string
  /** The count and what it is made of, at one moment. */
  composition: Composition
  /** The newest published head. As with every time here, its own are rounded down (`publicMoment`). */
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
  /** Signed here and confirmed by e-mail, those taken back included. */
  online: number
  paper: number
  retracted: Record<RetractReason, number>
}

/** Null where no head has been signed yet. */
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

/** In one statement, so that the parts and their sum are of one moment. Leaves are not read: what is in them is in the rows. */
async function composition(petitionId: string): Promise<Composition> {
  const { rows } = await pool().query<{ size: string; net: string; as_of: Date; paper: string; taken: Taken[] }>(
    `SELECT t.size, t.net, t.as_of,
       (SELECT coalesce(sum(signatures), 0) FROM paper_entry e WHERE e.petition_id = t.petition_id AND e.leaf_index IS NOT NULL) AS paper,
       (SELECT coalesce(json_agg(taken), '[]') FROM (
          SELECT r.reason, sum(coalesce(e.signatures, 1))::int AS signatures FROM retraction r
          LEFT JOIN paper_entry e ON e.petition_id = r.petition_id AND e.leaf_index = r.leaf_index
          WHERE r.petition_id = t.petition_id AND r.retracted_index IS NOT NULL GROUP BY r.reason) AS taken) AS taken
     FROM petition_total t WHERE t.petition_id = $1`,
    [petitionId],
  )
  const { size = 0, net = 0, as_of: asOf = new Date(0), paper = 0, taken = [] } = rows[0] ?? {}
  const by = (reason: RetractReason) => taken.find((one) => one.reason === reason)?.signatures ?? 0
  const retracted = Object.fromEntries(retractReasons.map((reason) => [reason, by(reason)])) as Composition['retracted']
  const back = Object.values(retracted).reduce((sum, n) => sum + n, 0)
  const [total, sheets] = [Number(net), Number(paper)]
  return {
    net: total,
    size: Number(size),
    asOf: publicMoment(asOf),
    online: total + back - sheets,
    paper: sheets,
    retracted,
  }
}

interface Taken {
  reason: string
  signatures: number
}
