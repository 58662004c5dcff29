import type { ClientBase, Pool } from 'pg'
import { type Batch, fade, type QuietRule, schedule } from './schedule'

interface Row {
  opened_at: Date | null
  due_at: Date | null
  full: boolean
  recent: number
  recent_at: Date
}

/**
 * Whether a petition's batch is due; draws its time if it has none yet. What one worker draws holds for all, also after
 * a restart: a concurrent draw comes too late.
 */
export async function isDue(
  pool: Pool,
  petitionId: string,
  waiting: number,
  now: Date,
  rule: QuietRule,
  random: () => number,
): Promise<boolean> {
  const batch = await readBatch(pool, petitionId, now)
  const { openedAt, dueAt, full } = schedule(batch, waiting, now, rule, random)
  const { open } = batch
  if (open && open.full === full && open.dueAt.getTime() === dueAt.getTime()) return dueAt <= now
  await pool.query(
    `INSERT INTO ledger_batch AS old (petition_id, opened_at, due_at, "full", recent_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (petition_id) DO UPDATE
       SET opened_at = excluded.opened_at, due_at = excluded.due_at, "full" = excluded."full"
     WHERE old.due_at IS NOT DISTINCT FROM $6::timestamptz AND old."full" = $7`,
    [petitionId, openedAt, dueAt, full, now, open?.dueAt ?? null, open?.full ?? false],
  )
  const drawn = await readBatch(pool, petitionId, now)
  return drawn.open !== null && drawn.open.dueAt <= now
}

/**
 * Checks again with the petition's lock held: another worker may have published the batch meanwhile, and a new one may
 * be open.
 */
export async function isStillDue(client: ClientBase, petitionId: string, now: Date): Promise<boolean> {
  const { open } = await readBatch(client, petitionId, now)
  return open !== null && open.dueAt <= now
}

/**
 * Records what was published, in the same transaction; once nothing of the batch is left, the next arrival opens a new
 * one.
 */
export async function closeBatch(
  client: ClientBase,
  petitionId: string,
  leaves: number,
  now: Date,
  more: boolean,
): Promise<void> {
  const recent = fade(await readBatch(client, petitionId, now), now) + leaves
  await client.query(
    `UPDATE ledger_batch SET recent = $2, recent_at = $3, opened_at = CASE WHEN $4 THEN opened_at END,
       due_at = CASE WHEN $4 THEN due_at END, "full" = $4 AND "full" WHERE petition_id = $1`,
    [petitionId, recent, now, more],
  )
}

/**
 * Closes due batches that are empty (retracted before they were counted): otherwise the next arrival, alone, would be
 * published at that very moment.
 */
export async function closeEmpty(pool: Pool, stillWaiting: string[], now: Date): Promise<void> {
  await pool.query(
    `UPDATE ledger_batch SET opened_at = NULL, due_at = NULL, "full" = false
     WHERE due_at <= $1 AND NOT (petition_id = ANY($2::uuid[]))`,
    [now, stillWaiting],
  )
}

async function readBatch(client: Pool | ClientBase, petitionId: string, now: Date): Promise<Batch> {
  const { rows } = await client.query<Row>(
    'SELECT opened_at, due_at, "full", recent, recent_at FROM ledger_batch WHERE petition_id = $1',
    [petitionId],
  )
  const row = rows[0]
  if (!row) return { open: null, recent: 0, recentAt: now }
  const { opened_at, due_at, full, recent, recent_at } = row
  const open = opened_at && due_at ? { openedAt: opened_at, dueAt: due_at, full } : null
  return { open, recent, recentAt: recent_at }
}
