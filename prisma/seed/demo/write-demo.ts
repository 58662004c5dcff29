import { randomUUID } from 'node:crypto'
import type { PoolClient } from 'pg'
import { pendingSign } from '@/lib/ledger/leaf-sources'
import { lockTotal } from '@/lib/ledger/lock-total'
import { logCorrections } from '@/lib/ledger/log-corrections'
import { moveTotals } from '@/lib/ledger/move-totals'
import type { PendingRetraction } from '@/lib/ledger/pending-leaf'
import { writeLeaves } from '@/lib/ledger/write-leaves'
import type { DemoRow } from './demo-rows'

/**
 * Writes signatures with the leaves, tiles, corrections and totals that they would have produced, in the caller's
 * transaction. The ledger code is the appender's own; only the rows are inserted as counted.
 */
export async function writeDemo(client: PoolClient, petitionId: string, rows: DemoRow[]): Promise<void> {
  const last = rows.at(-1)
  if (!last) return
  const at = last.receivedAt
  const size = await lockTotal(client, petitionId, at)
  const counted = rows.filter((row) => row.counted).sort((a, b) => Buffer.compare(a.commitment, b.commitment))
  const leafOf = new Map(counted.map((row, i) => [row, size + i]))
  const signs = counted.map((row) => pendingSign(row.emailIndex, row.commitment, row.country))
  const retracts = retracted(counted, leafOf)
  const leaves = [...signs, ...retracts]
  await insertRows(
    client,
    rows.filter(({ state }) => state !== 'pending'),
    leafOf,
    at,
  )
  await insertForms(
    client,
    rows.filter(({ state }) => state === 'pending'),
  )
  if (counted.length === 0) return
  await writeLeaves(
    client,
    petitionId,
    size,
    leaves.map(({ leaf }) => leaf),
  )
  const from = size + counted.length
  await insertRetractions(client, petitionId, retracts, from, at)
  await logCorrections(client, petitionId, at, retracts, from)
  await moveTotals(client, petitionId, at, leaves)
}

function retracted(counted: DemoRow[], leafOf: Map<DemoRow, number>): PendingRetraction[] {
  const decision = randomUUID()
  return counted.flatMap((row): PendingRetraction[] => {
    const leafIndex = leafOf.get(row)
    if (leafIndex === undefined || (row.state !== 'removed' && row.state !== 'withdrawn')) return []
    const fraud = row.state === 'removed'
    return [
      {
        leaf: { kind: 'retract', index: leafIndex, reason: fraud ? 'fraud' : 'withdrawn', rule: 0 },
        change: -1,
        of: 'sign',
        country: row.country,
        decision: fraud ? decision : null,
        approvals: fraud ? 2 : 0,
      },
    ]
  })
}

async function insertRows(client: PoolClient, rows: DemoRow[], leafOf: Map<DemoRow, number>, at: Date): Promise<void> {
  const column = <K extends keyof DemoRow>(key: K) => rows.map((row) => row[key])
  await client.query(
    `INSERT INTO signature (petition_id, email_index, content_mac, text_sha256, token_hash, commitment, sealed, state, locale,
       country, display, updates, has_comment, via, signals, suspicious, received_at, confirmed_at, withdrawn_at, counted_at,
       leaf_index, appeal, appealed_at)
     SELECT * FROM unnest($1::uuid[], $2::bytea[], $3::bytea[], $4::bytea[], $5::bytea[], $6::bytea[], $7::bytea[],
       $8::signature_state[], $9::text[], $10::text[], $11::display[], $12::bool[], $13::bool[], $14::text[], $15::text[],
       $16::bool[], $17::timestamptz[], $18::timestamptz[], $19::timestamptz[], $20::timestamptz[], $21::bigint[],
       $22::bytea[], $23::timestamptz[])`,
    [
      column('petitionId'),
      column('emailIndex'),
      column('contentMac'),
      column('textSha256'),
      column('tokenHash'),
      column('commitment'),
      column('sealed'),
      column('state'),
      column('locale'),
      column('country'),
      column('display'),
      column('updates'),
      column('hasComment'),
      column('via'),
      column('signals'),
      column('suspicious'),
      column('receivedAt'),
      column('confirmedAt'),
      column('withdrawnAt'),
      rows.map((row) => (row.counted ? later(row.confirmedAt, at) : null)),
      rows.map((row) => leafOf.get(row) ?? null),
      column('appeal'),
      column('appealedAt'),
    ],
  )
  await client.query(
    `INSERT INTO signature_name (petition_id, email_index, name_index)
     SELECT * FROM unnest($1::uuid[], $2::bytea[], $3::bytea[])`,
    [column('petitionId'), column('emailIndex'), column('nameIndex')],
  )
}

async function insertForms(client: PoolClient, rows: DemoRow[]): Promise<void> {
  const column = <K extends keyof DemoRow>(key: K) => rows.map((row) => row[key])
  await client.query(
    `INSERT INTO pending_signature (petition_id, email_index, form, content_mac, text_sha256, token_hash, commitment, sealed,
       own, locale, country, display, updates, has_comment, via, signals, suspicious, received_at)
     SELECT * FROM unnest($1::uuid[], $2::bytea[], $3::bytea[], $4::bytea[], $5::bytea[], $6::bytea[], $7::bytea[], $8::bytea[],
       $9::bytea[], $10::text[], $11::text[], $12::display[], $13::bool[], $14::bool[], $15::text[], $16::text[], $17::bool[],
       $18::timestamptz[])`,
    [
      column('petitionId'),
      column('emailIndex'),
      column('form'),
      column('contentMac'),
      column('textSha256'),
      column('tokenHash'),
      column('commitment'),
      column('sealed'),
      column('own'),
      column('locale'),
      column('country'),
      column('display'),
      column('updates'),
      column('hasComment'),
      column('via'),
      column('signals'),
      column('suspicious'),
      column('receivedAt'),
    ],
  )
}

async function insertRetractions(
  client: PoolClient,
  petitionId: string,
  retracts: PendingRetraction[],
  from: number,
  at: Date,
): Promise<void> {
  await client.query(
    `INSERT INTO retraction (petition_id, leaf_index, reason, decision, approvals, requested_at, retracted_index)
     SELECT $1, leaf_index, reason, decision, approvals, $2, $3 + ordinality - 1
     FROM unnest($4::bigint[], $5::text[], $6::uuid[], $7::int[]) WITH ORDINALITY
       AS t(leaf_index, reason, decision, approvals, ordinality)`,
    [
      petitionId,
      at,
      from,
      retracts.map(({ leaf }) => leaf.index),
      retracts.map(({ leaf }) => leaf.reason),
      retracts.map(({ decision }) => decision),
      retracts.map(({ approvals }) => approvals),
    ],
  )
}

function later(one: Date | null, other: Date): Date {
  return one && one > other ? one : other
}
