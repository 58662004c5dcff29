import { pool } from '@/lib/db'
import { applyErasures } from './apply-erasures'
import { readErasures } from './erasure-list'
import { ERASURE_RETENTION } from './listed-for'

/**
 * Checks whether the outside list has erasures unknown to the database: then an older database was restored, with
 * people who have been erased since. They are erased before anything else happens.
 * @returns how many signatures were erased
 */
export async function detectRestore(now: Date): Promise<number> {
  const listed = await readErasures()
  const { rows } = await pool().query<{ missing: number }>(
    `SELECT count(*)::int AS missing FROM unnest($1::bytea[], $2::timestamptz[]) AS listed(hash, erased_at)
     LEFT JOIN erasure USING (hash) WHERE erasure.hash IS NULL AND listed.erased_at > $3`,
    [
      listed.map(({ hash }) => hash),
      listed.map(({ erasedAt }) => erasedAt),
      new Date(now.getTime() - ERASURE_RETENTION),
    ],
  )
  if (!rows[0]?.missing) return 0
  const erased = await applyErasures(now)
  await pool().query(
    `INSERT INTO erasure (hash, erased_at, filed_at)
     SELECT hash, max(erased_at), $3 FROM unnest($1::bytea[], $2::timestamptz[]) AS listed(hash, erased_at) GROUP BY hash
     ON CONFLICT DO NOTHING`,
    [listed.map(({ hash }) => hash), listed.map(({ erasedAt }) => erasedAt), now],
  )
  return erased
}
