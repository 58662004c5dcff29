import { pool } from '@/lib/db'

/** Entries compared at a time. */
const BATCH_SIZE = 10_000

/**
 * Whether database and mirror hold the same entries, byte for byte, as far as both go. If not, the database did not
 * come from this log, or one of them was changed: nothing may be added.
 */
export async function matchesPublished(petitionId: string, published: Uint8Array[]): Promise<boolean> {
  for (let from = 0; from < published.length; from += BATCH_SIZE) {
    const { rows } = await pool().query<{ index: string; leaf: Buffer }>(
      'SELECT index, leaf FROM ledger_leaf WHERE petition_id = $1 AND index >= $2 AND index < $3 ORDER BY index',
      [petitionId, from, Math.min(from + BATCH_SIZE, published.length)],
    )
    for (const [i, { index, leaf }] of rows.entries()) {
      const seen = published[from + i]
      if (Number(index) !== from + i || !seen || !leaf.equals(seen)) return false
    }
    if (rows.length < BATCH_SIZE) return true
  }
  return true
}
