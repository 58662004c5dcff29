import type { PoolClient } from 'pg'
import { pool } from '@/lib/db'
import { encodeLeaf, type RetractReason } from './leaf'

/** Leaves of each kind in one transaction: keeps it short, and a crash cheap. */
const MOST = 1_000

interface Confirmed {
  email_index: Buffer
  commitment: Buffer
  country: string
}

interface Requested {
  leaf_index: string
  reason: RetractReason
  country: string
}

/**
 * Appends what waits (confirmed signatures, requested retractions) to the ledger of each petition and moves the
 * totals, in one transaction a batch: whoever reads sees leaves and totals together, and after a crash neither.
 * Appenders take turns on the petition's total row; a second one finds nothing left to do.
 * @returns how many leaves were appended
 */
export async function append(now: Date): Promise<number> {
  const waiting = await pool().query<{ petition_id: string }>(
    `SELECT petition_id FROM signature WHERE state = 'confirmed'
     UNION SELECT petition_id FROM retraction WHERE retracted_index IS NULL`,
  )
  let appended = 0
  for (const { petition_id } of waiting.rows) appended += await appendTo(petition_id, now)
  return appended
}

async function appendTo(petitionId: string, now: Date): Promise<number> {
  let appended = 0
  for (;;) {
    const size = await inTransaction((client) => appendBatch(client, petitionId, now))
    appended += size
    if (size < MOST) return appended
  }
}

async function appendBatch(client: PoolClient, petitionId: string, now: Date): Promise<number> {
  const size = await lockTotal(client, petitionId, now)
  const signs = await confirmed(client, petitionId)
  const retracts = await requested(client, petitionId)
  if (signs.length + retracts.length === 0) return 0

  const signIndex = signs.map((_, i) => size + BigInt(i))
  const retractIndex = retracts.map((_, i) => size + BigInt(signs.length + i))
  await client.query(
    `INSERT INTO ledger_leaf (petition_id, index, kind, leaf)
     SELECT $1, * FROM unnest($2::bigint[], $3::leaf_kind[], $4::bytea[])`,
    [
      petitionId,
      [...signIndex, ...retractIndex],
      [...signs.map(() => 'sign'), ...retracts.map(() => 'retract')],
      [
        ...signs.map(({ commitment }) => encodeLeaf({ kind: 'sign', commitment })),
        ...retracts.map(({ leaf_index, reason }) =>
          encodeLeaf({ kind: 'retract', index: Number(leaf_index), reason, rule: 0 }),
        ),
      ],
    ],
  )
  await client.query(
    `UPDATE signature SET state = 'counted', counted_at = $2, leaf_index = leaf.index
     FROM unnest($3::bytea[], $4::bigint[]) AS leaf(email_index, index)
     WHERE petition_id = $1 AND signature.email_index = leaf.email_index`,
    [petitionId, now, signs.map((sign) => sign.email_index), signIndex],
  )
  await client.query(
    `UPDATE retraction SET retracted_index = leaf.index, country = NULL
     FROM unnest($2::bigint[], $3::bigint[]) AS leaf(leaf_index, index)
     WHERE petition_id = $1 AND retraction.leaf_index = leaf.leaf_index`,
    [petitionId, retracts.map((retract) => retract.leaf_index), retractIndex],
  )
  await moveTotals(client, petitionId, now, signs, retracts)
  return signs.length + retracts.length
}

/** The ledger's size, with the petition's total row locked until the transaction ends. */
async function lockTotal(client: PoolClient, petitionId: string, now: Date): Promise<bigint> {
  const { rows } = await client.query<{ size: string }>(
    `INSERT INTO petition_total (petition_id, as_of) VALUES ($1, $2)
     ON CONFLICT (petition_id) DO UPDATE SET petition_id = excluded.petition_id RETURNING size`,
    [petitionId, now],
  )
  return BigInt(rows[0]?.size ?? 0)
}

/** In the order of the commitments, which is random: a leaf's place does not tell when within the batch one signed. */
async function confirmed(client: PoolClient, petitionId: string): Promise<Confirmed[]> {
  const { rows } = await client.query<Confirmed>(
    `SELECT email_index, commitment, country FROM signature
     WHERE petition_id = $1 AND state = 'confirmed' ORDER BY confirmed_at LIMIT ${MOST} FOR UPDATE`,
    [petitionId],
  )
  return rows.sort((a, b) => Buffer.compare(a.commitment, b.commitment))
}

async function requested(client: PoolClient, petitionId: string): Promise<Requested[]> {
  const { rows } = await client.query<Requested>(
    `SELECT leaf_index, reason, country FROM retraction
     WHERE petition_id = $1 AND retracted_index IS NULL ORDER BY leaf_index LIMIT ${MOST} FOR UPDATE`,
    [petitionId],
  )
  return rows
}

async function moveTotals(
  client: PoolClient,
  petitionId: string,
  now: Date,
  signs: Confirmed[],
  retracts: Requested[],
) {
  const byCountry = new Map<string, number>()
  for (const { country } of signs) byCountry.set(country, (byCountry.get(country) ?? 0) + 1)
  for (const { country } of retracts) byCountry.set(country, (byCountry.get(country) ?? 0) - 1)
  const net = signs.length - retracts.length
  await client.query(
    `WITH total AS (
       UPDATE petition_total SET size = size + $3, net = net + $4, as_of = $2 WHERE petition_id = $1
     ), hour AS (
       INSERT INTO hour_total (petition_id, hour, net) VALUES ($1, date_trunc('hour', $2::timestamptz, 'UTC'), $4)
       ON CONFLICT (petition_id, hour) DO UPDATE SET net = hour_total.net + excluded.net
     ), change AS (
       SELECT * FROM unnest($5::text[], $6::bigint[]) AS t(country, net)
     ), moved AS (
       UPDATE country_total SET net = country_total.net + change.net FROM change
       WHERE petition_id = $1 AND country_total.country = change.country RETURNING change.country
     )
     INSERT INTO country_total (petition_id, country, net)
     SELECT $1, country, net FROM change WHERE country NOT IN (SELECT country FROM moved)`,
    [petitionId, now, signs.length + retracts.length, net, [...byCountry.keys()], [...byCountry.values()]],
  )
}

async function inTransaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool().connect()
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}
