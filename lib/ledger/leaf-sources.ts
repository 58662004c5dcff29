import type { PoolClient } from 'pg'
import { dayOf } from '@/lib/input/day'
import { holdShared } from '@/lib/signatures/hold-shared'
import { addedBy, decodeLeaf } from './leaf'
import type { CountingKind, Leaf, LeafKind } from './leaf-kinds'
import { logCorrections } from './log-corrections'
import type { LeafChange, PendingLeaf, PendingRetraction } from './pending-leaf'
import { restoreRetracts } from './restore/restore-retracts'
import { restoreSigns } from './restore/restore-signs'

/** Leaves of each kind in one transaction: keeps it short, and a crash cheap. */
export const BATCH_SIZE = 1_000

/** The source of leaves of a kind: the table rows that become leaves. */
export interface LeafSource<P extends PendingLeaf = PendingLeaf> {
  /** The rows that wait: a table and its condition. */
  waiting: string
  /** A table with the columns petition_id, signatures and leaf_index, where a leaf may stand for several signatures. */
  entries?: string
  /**
   * Takes up to `BATCH_SIZE` leaves that wait for a petition's ledger, and locks their rows in the transaction. Rows that
   * somebody is changing are left for the next batch: two transactions that lock many rows in different orders would
   * wait for each other.
   */
  take(client: PoolClient, petitionId: string): Promise<P[]>
  /** Notes at each row which leaf it became. */
  settle(client: PoolClient, petitionId: string, now: Date, leaves: P[], from: number): Promise<void>
  /**
   * After a restore: brings the rows to the state that published leaves say, and notes those that were lost.
   * @param from index of the first leaf
   * @returns by leaf, what it changes in the totals
   */
  restore(client: PoolClient, petitionId: string, now: Date, leaves: P['leaf'][], from: number): Promise<LeafChange[]>
}

interface PendingSign extends PendingLeaf {
  leaf: Extract<Leaf, { kind: 'sign' }>
  emailIndex: Buffer
}

interface PendingPaper extends PendingLeaf {
  leaf: Extract<Leaf, { kind: 'paper' }>
}

const sign: LeafSource<PendingSign> = {
  waiting: `signature WHERE state = 'confirmed' AND NOT EXISTS (SELECT FROM recent_change c
    WHERE c.petition_id = signature.petition_id AND c.email_index = signature.email_index)`,
  /** In the order of the random commitments, so that a leaf's position does not tell when its signer signed. */
  async take(client, petitionId) {
    const { rows } = await client.query<{ email_index: Buffer; commitment: Buffer; country: string }>(
      `SELECT email_index, commitment, country FROM ${this.waiting}
       AND petition_id = $1 ORDER BY confirmed_at LIMIT ${BATCH_SIZE} FOR UPDATE SKIP LOCKED`,
      [petitionId],
    )
    const held = await holdShared(
      client,
      petitionId,
      rows.map(({ email_index }) => email_index),
    )
    return rows
      .filter(({ email_index }) => !held.has(email_index.toString('hex')))
      .sort((a, b) => Buffer.compare(a.commitment, b.commitment))
      .map((row) => pendingSign(row.email_index, row.commitment, row.country))
  },
  async settle(client, petitionId, now, leaves, from) {
    await client.query(
      `UPDATE signature SET state = 'counted', counted_at = $2, leaf_index = $3 + ordinality - 1
       FROM unnest($4::bytea[]) WITH ORDINALITY AS leaf(email_index, ordinality)
       WHERE petition_id = $1 AND signature.email_index = leaf.email_index`,
      [petitionId, dayOf(now), from, leaves.map(({ emailIndex }) => emailIndex)],
    )
  },
  restore: restoreSigns,
}

const paper: LeafSource<PendingPaper> = {
  entries: 'paper_entry',
  waiting: 'paper_entry WHERE leaf_index IS NULL',
  async take(client, petitionId) {
    const { rows } = await client.query<{ record: Buffer; signatures: number }>(
      `SELECT record, signatures FROM ${this.waiting}
       AND petition_id = $1 ORDER BY record LIMIT ${BATCH_SIZE} FOR UPDATE SKIP LOCKED`,
      [petitionId],
    )
    return rows.map((row) => ({
      leaf: { kind: 'paper', ...row },
      change: row.signatures,
      of: 'paper',
      country: null,
    }))
  },
  async settle(client, petitionId, _, leaves, from) {
    await client.query(
      `UPDATE paper_entry SET leaf_index = $2 + ordinality - 1
       FROM unnest($3::bytea[]) WITH ORDINALITY AS leaf(record, ordinality)
       WHERE petition_id = $1 AND paper_entry.record = leaf.record`,
      [petitionId, from, leaves.map(({ leaf }) => leaf.record)],
    )
  },
  /** Also for a sheet whose row was lost: its number and its record are public. */
  async restore(client, petitionId, now, leaves, from) {
    await client.query(
      `INSERT INTO paper_entry (petition_id, record, signatures, approved_at, leaf_index)
       SELECT $1, record, signatures, $2, $3 + ordinality - 1
       FROM unnest($4::bytea[], $5::int[]) WITH ORDINALITY AS t(record, signatures, ordinality)
       ON CONFLICT (petition_id, record) DO UPDATE SET leaf_index = excluded.leaf_index`,
      [
        petitionId,
        now,
        from,
        leaves.map(({ record }) => Buffer.from(record)),
        leaves.map(({ signatures }) => signatures),
      ],
    )
    return leaves.map(({ signatures }) => ({ change: signatures, of: 'paper', country: null }))
  },
}

interface RetractionRow {
  leaf_index: string
  reason: PendingRetraction['leaf']['reason']
  rule: number
  decision: string | null
  approvals: number
  country: string | null
  retracted: Buffer
}

const retract: LeafSource<PendingRetraction> = {
  waiting: 'retraction WHERE retracted_index IS NULL',
  async take(client, petitionId) {
    const { rows } = await client.query<RetractionRow>(
      `SELECT r.leaf_index, r.reason, r.rule, r.decision, r.approvals, r.country, l.leaf AS retracted
       FROM retraction r JOIN ledger_leaf l ON l.petition_id = r.petition_id AND l.index = r.leaf_index
       WHERE r.petition_id = $1 AND r.retracted_index IS NULL ORDER BY r.leaf_index LIMIT ${BATCH_SIZE} FOR UPDATE OF r SKIP LOCKED`,
      [petitionId],
    )
    return rows.map(({ leaf_index, reason, rule, decision, approvals, country, retracted }) => ({
      leaf: { kind: 'retract', index: Number(leaf_index), reason, rule },
      ...takenFrom(retracted),
      decision,
      approvals,
      country,
    }))
  },
  async settle(client, petitionId, now, leaves, from) {
    await client.query(
      `UPDATE retraction SET retracted_index = $2 + ordinality - 1, country = NULL
       FROM unnest($3::bigint[]) WITH ORDINALITY AS leaf(leaf_index, ordinality)
       WHERE petition_id = $1 AND retraction.leaf_index = leaf.leaf_index`,
      [petitionId, from, leaves.map(({ leaf }) => leaf.index)],
    )
    await logCorrections(client, petitionId, now, leaves, from)
  },
  restore: restoreRetracts,
}

/** The source of each kind. `leafKinds` has the rest that is known of a kind. */
export const leafSources: Record<LeafKind, LeafSource> = { sign, paper, retract }

/** A signature whose leaf is to be appended. */
export function pendingSign(emailIndex: Buffer, commitment: Buffer, country: string): PendingSign {
  return { leaf: { kind: 'sign', commitment }, emailIndex, change: 1, of: 'sign', country }
}

function takenFrom(bytes: Buffer): { change: number; of: CountingKind } {
  const leaf = decodeLeaf(bytes)
  const added = leaf && addedBy(leaf)
  if (!added) throw new Error('only what a leaf added can be taken back')
  return { change: -added.signatures, of: added.of }
}
