import type { PoolClient } from 'pg'
import { holdShared } from '@/lib/signatures/hold-shared'
import { decodeLeaf, type RetractReason } from './leaf'

/** Leaves of each kind in one transaction: keeps it short, and a crash cheap. */
export const BATCH_SIZE = 1_000

interface WaitingSign {
  email_index: Buffer
  commitment: Buffer
  country: string
}

interface WaitingPaper {
  record: Buffer
  signatures: number
}

export interface PendingRetraction {
  leafIndex: number
  reason: RetractReason
  rule: number
  decision: string | null
  approvals: number
  country: string | null
  /** Signatures that it takes back. */
  signatures: number
  /** Whether they stand on a paper sheet. */
  paper: boolean
}

export interface PendingLeaf {
  signs: WaitingSign[]
  papers: WaitingPaper[]
  retracts: PendingRetraction[]
}

/** What is to be appended to a petition's ledger, locked until the transaction ends. */
export async function pendingLeaves(client: PoolClient, petitionId: string): Promise<PendingLeaf> {
  return {
    signs: await signs(client, petitionId),
    papers: await papers(client, petitionId),
    retracts: await retracts(client, petitionId),
  }
}

/** In the order of the commitments, which is random: a leaf's place does not tell when within the batch one signed. */
async function signs(client: PoolClient, petitionId: string): Promise<WaitingSign[]> {
  const { rows } = await client.query<WaitingSign>(
    `SELECT email_index, commitment, country FROM signature
     WHERE petition_id = $1 AND state = 'confirmed' ORDER BY confirmed_at LIMIT ${BATCH_SIZE} FOR UPDATE`,
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
}

async function papers(client: PoolClient, petitionId: string): Promise<WaitingPaper[]> {
  const { rows } = await client.query<WaitingPaper>(
    `SELECT record, signatures FROM paper_entry
     WHERE petition_id = $1 AND leaf_index IS NULL ORDER BY record LIMIT ${BATCH_SIZE} FOR UPDATE`,
    [petitionId],
  )
  return rows
}

async function retracts(client: PoolClient, petitionId: string): Promise<PendingRetraction[]> {
  const { rows } = await client.query<{
    leaf_index: string
    reason: RetractReason
    rule: number
    decision: string | null
    approvals: number
    country: string | null
    leaf: Buffer
  }>(
    `SELECT r.leaf_index, r.reason, r.rule, r.decision, r.approvals, r.country, l.leaf
     FROM retraction r JOIN ledger_leaf l ON l.petition_id = r.petition_id AND l.index = r.leaf_index
     WHERE r.petition_id = $1 AND r.retracted_index IS NULL ORDER BY r.leaf_index LIMIT ${BATCH_SIZE} FOR UPDATE OF r`,
    [petitionId],
  )
  return rows.map(({ leaf_index, leaf, ...row }) => ({
    ...row,
    leafIndex: Number(leaf_index),
    ...weight(leaf),
  }))
}

function weight(bytes: Buffer): { signatures: number; paper: boolean } {
  const leaf = decodeLeaf(bytes)
  if (leaf?.kind === 'sign') return { signatures: 1, paper: false }
  if (leaf?.kind === 'paper') return { signatures: leaf.signatures, paper: true }
  throw new Error('only a sign or paper leaf can be taken back')
}
