import type { PoolClient } from 'pg'
import { pool } from '@/lib/db'
import { purgeChanges } from '@/lib/signatures/recent-change/purge-changes'
import { closeBatch, closeEmpty, isDue, isStillDue } from './batch-schedule/batch-row'
import { quietRule } from './batch-schedule/quiet-rule'
import type { QuietRule } from './batch-schedule/schedule'
import { secretRandom } from './batch-schedule/secret-random'
import { checkpointFolder, lastCheckpoint } from './checkpoint-file'
import { fencedTransaction } from './fenced-transaction'
import { forEachSettled } from './for-each-settled'
import { BATCH_SIZE, leafSources } from './leaf-sources'
import { lockTotal } from './lock-total'
import { moveTotals } from './move-totals'
import { queueMilestones } from './queue-milestones'
import { writeLeaves } from './write-leaves'

/** The database is older than the last signed checkpoint: published leaves are missing in it. */
class LedgerBehindCheckpoint extends Error {
  override name = 'LedgerBehindCheckpoint'
}

const sources = Object.values(leafSources)

const waiting = sources
  .map((source) => `SELECT petition_id, count(*) AS n FROM ${source.waiting} GROUP BY 1`)
  .join(' UNION ALL ')

/** The rule for the moment of publication; injected in tests. */
interface Pace {
  /** Null publishes at once. */
  rule: QuietRule | null
  random: () => number
}

/**
 * Appends pending leaves (confirmed signatures, approved paper sheets, requested retractions) to the ledger of each
 * petition whose batch is due (`schedule`), grows its tree and moves the totals, one transaction a batch: readers see
 * leaves and totals together, and after a crash neither. Appenders are serialised by the petition's total row; a second
 * one finds nothing left to append.
 * @returns how many leaves were appended
 * @throws LedgerBehindCheckpoint after a restore that lost leaves: any leaf appended then would fork the log
 */
export async function append(now: Date, pace: Pace = { rule: quietRule(), random: secretRandom }): Promise<number> {
  await purgeChanges(now)
  const { rows } = await pool().query<{ petition_id: string; waiting: number }>(
    `SELECT petition_id, sum(n)::int AS waiting FROM (${waiting}) AS waits GROUP BY 1`,
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
    const size = await fencedTransaction((client) => appendBatch(client, petitionId, now, batched))
    appended += size
    if (size < BATCH_SIZE) return appended
  }
}

async function appendBatch(client: PoolClient, petitionId: string, now: Date, batched: boolean): Promise<number> {
  const size = await lockTotal(client, petitionId, now)
  if (batched && !(await isStillDue(client, petitionId, now))) return 0
  const head = await lastCheckpoint(checkpointFolder(petitionId))
  if (head && head.size > size) throw new LedgerBehindCheckpoint(`${size} entries, and ${head.size} were signed`)
  const batch = []
  for (const source of sources) batch.push({ source, leaves: await source.take(client, petitionId) })
  const leaves = batch.flatMap((part) => part.leaves)
  if (batched) await closeBatch(client, petitionId, leaves.length, now, leaves.length >= BATCH_SIZE)
  if (leaves.length === 0) return 0
  await writeLeaves(
    client,
    petitionId,
    size,
    leaves.map(({ leaf }) => leaf),
  )
  let from = size
  for (const part of batch) {
    if (part.leaves.length > 0) await part.source.settle(client, petitionId, now, part.leaves, from)
    from += part.leaves.length
  }
  await queueMilestones(client, petitionId, await moveTotals(client, petitionId, now, leaves), now)
  return leaves.length
}
