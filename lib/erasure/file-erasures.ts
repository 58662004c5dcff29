import { pool } from '@/lib/db'
import { addErasures, type ListedErasure } from './erasure-list'

/** Copies new erasures from the database to the list outside of it. */
export async function fileErasures(now: Date): Promise<number> {
  const { rows } = await pool().query<ListedErasure>(
    'SELECT hash, erased_at AS "erasedAt" FROM erasure WHERE filed_at IS NULL ORDER BY erased_at LIMIT 1000',
  )
  if (rows.length === 0) return 0
  await addErasures(rows)
  // One that was erased again meanwhile is filed again.
  await pool().query(
    `UPDATE erasure SET filed_at = $3 FROM unnest($1::bytea[], $2::timestamptz[]) AS filed(hash, erased_at)
     WHERE erasure.hash = filed.hash AND erasure.erased_at = filed.erased_at`,
    [rows.map(({ hash }) => hash), rows.map(({ erasedAt }) => erasedAt), now],
  )
  return rows.length
}
