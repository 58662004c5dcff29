import { pool } from '@/lib/db'
import { ERASURE_RETENTION } from './listed-for'

/** Removes people from the erasure list whom no backup can bring back any more. */
export async function purgeErasures(now: Date): Promise<number> {
  const { rowCount } = await pool().query('DELETE FROM erasure WHERE erased_at < $1 AND filed_at IS NOT NULL', [
    new Date(now.getTime() - ERASURE_RETENTION),
  ])
  return rowCount ?? 0
}
