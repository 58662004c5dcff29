import { pool } from '@/lib/db'

/** In days: the time for which a superseded checkpoint is kept. */
const KEPT_DAYS = 2

/**
 * Deletes checkpoints that a newer published one continues. Nobody needs them: a copy of one can still be proved by the
 * tree. The times of past batches are deleted with them; together with its leaf they would reveal within which minutes
 * a signature was made.
 * @returns how many checkpoints were deleted
 */
export async function purgeCheckpointFiles(now: Date): Promise<number> {
  const { rowCount } = await pool().query(
    `DELETE FROM ledger_checkpoint old WHERE signed_at < $1 AND EXISTS (
       SELECT FROM ledger_checkpoint newer WHERE newer.petition_id = old.petition_id AND newer.size > old.size
         AND newer.published_at IS NOT NULL)`,
    [new Date(now.getTime() - KEPT_DAYS * 86_400_000)],
  )
  return rowCount ?? 0
}
