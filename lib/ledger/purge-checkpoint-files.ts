import { pool } from '@/lib/db'

/** For how long a head is kept that a newer one has taken the place of, in days. */
const KEPT_DAYS = 2

/**
 * Deletes heads that a newer published one continues. Nobody asks for them: whoever kept one proves it by the tree. With
 * them go the moments of past batches, which would say of each signature, by its leaf, within which minutes it was made.
 * @returns how many
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
