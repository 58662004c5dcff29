import type { PoolClient } from 'pg'
import { pool } from '@/lib/db'
import { dayOf } from '@/lib/petitions/as-of'
import { closeBatch, closeEmpty, isDue, isStillDue } from './batch/batch-row'
import { quietRule } from './batch/quiet-rule'
import type { QuietRule } from './batch/schedule'
import { secretRandom } from './batch/secret-random'
import { checkpointFolder, lastCheckpoint } from './checkpoint-file'
import { forEachSettled } from './for-each-settled'
import { inTransaction } from './in-transaction'
import { lockTotal } from './lock-total'
import { logCorrections } from './log-corrections'
import { moveTotals } from './move-totals'
import { BATCH_SIZE, type PendingLeaf, pendingLeaves } from './pending-leaves'
import { writeLeaves } from './write-leaves'

/** The database is older than what was signed: leaves are missing that the public has seen. */
class LedgerBehindItsHead extends Error {
  override name = 'LedgerBehindItsHead'
}

/** What the moment of publishing goes by; injected in tests. */
interface Pace {
  /** Null: at once. */
  rule: QuietRule | null
  random: () => number
}

/**
 * Appends what waits (confirmed signatures, checked paper sheets, requested retractions) to the ledger of each
 * petition whose batch is due (`schedule`), with its tree, and moves the totals, in one transaction a batch: whoever
 * reads sees leaves and totals together, and after a crash neither. Appenders take turns on the petition's total row;
 * a second one finds nothing left to do.
 * @returns how many leaves were appended
 * @throws LedgerBehindItsHead after a restore that lost leaves: any leaf appended then would fork the log
 */
export async function append(now: Date, pace: Pace = { rule: quietRule(), random: secretRandom }): Promise<number> {
  const { rows } = await pool().query<{ petition_id: string; waiting: number }>(
    `SELECT petition_id, sum(n)::int AS waiting FROM (
       SELECT petition_id, count(*) AS n FROM signature WHERE state = 'confirmed' GROUP BY 1
       UNION ALL SELECT petition_id, count(*) FROM retraction WHERE retracted_index IS NULL GROUP BY 1
       UNION ALL SELECT petition_id, count(*) FROM paper_entry WHERE leaf_index IS NULL GROUP BY 1) AS waits
     GROUP BY 1`,
  )
  if (pace.rule)
    await closeEmpty(
      pool(),
      rows.map((row) => row.petition_id),
      now,
    )
  return forEachSettled(rows, async ({ petition_id, waiting }) => {
    const { rule, random } = pace
    if (rule && !(await isDue(pool(), petition_id, waiting, now, rule, random))) return 0
    return appendTo(petition_id, now, rule !== null)
  })
}

async function appendTo(petitionId: string, now: Date, batched: boolean): Promise<number> {
  let appended = 0
  for (;;) {
    const size = await inTransaction((client) => appendBatch(client, petitionId, now, batched))
    appended += size
    if (size < BATCH_SIZE) return appended
  }
}

async function appendBatch(client: PoolClient, petitionId: string, now: Date, batched: boolean): Promise<number> {
  const size = await lockTotal(client, petitionId, now)
  if (batched && !(await isStillDue(client, petitionId, now))) return 0
  const head = await lastCheckpoint(checkpointFolder(petitionId))
  if (head && head.size > size) throw new LedgerBehindItsHead(`${size} leaves, ${head.size} were signed`)
  const batch = await pendingLeaves(client, petitionId)
  const leaves = batch.signs.length + batch.papers.length + batch.retracts.length
  if (batched) await closeBatch(client, petitionId, leaves, now, leaves >= BATCH_SIZE)
  if (leaves === 0) return 0
  await writeLeaves(client, petitionId, size, batch)
  await settle(client, petitionId, now, size, batch)
  await moveTotals(client, petitionId, now, batch)
  return leaves
}

/** Notes at each row which leaf it became. */
async function settle(
  client: PoolClient,
  petitionId: string,
  now: Date,
  size: number,
  batch: PendingLeaf,
): Promise<void> {
  const { signs, papers, retracts } = batch
  if (signs.length > 0) {
    await client.query(
      `UPDATE signature SET state = 'counted', counted_at = $2, leaf_index = $3 + ordinality - 1
       FROM unnest($4::bytea[]) WITH ORDINALITY AS leaf(email_index, ordinality)
       WHERE petition_id = $1 AND signature.email_index = leaf.email_index`,
      [petitionId, dayOf(now), size, signs.map((sign) => sign.email_index)],
    )
  }
  if (papers.length > 0) {
    await client.query(
      `UPDATE paper_entry SET leaf_index = $2 + ordinality - 1
       FROM unnest($3::bytea[]) WITH ORDINALITY AS leaf(record, ordinality)
       WHERE petition_id = $1 AND paper_entry.record = leaf.record`,
      [petitionId, size + signs.length, papers.map(({ record }) => record)],
    )
  }
  if (retracts.length > 0) {
    const from = size + signs.length + papers.length
    await client.query(
      `UPDATE retraction SET retracted_index = $2 + ordinality - 1, country = NULL
       FROM unnest($3::bigint[]) WITH ORDINALITY AS leaf(leaf_index, ordinality)
       WHERE petition_id = $1 AND retraction.leaf_index = leaf.leaf_index`,
      [petitionId, from, retracts.map(({ leafIndex }) => leafIndex)],
    )
    await logCorrections(client, petitionId, now, retracts, from)
  }
}
