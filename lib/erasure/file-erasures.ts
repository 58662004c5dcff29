import { db, pool } from '@/lib/db'
import { addErasures, asListed } from './erasure-list'

/** Copies new erasures from the database to the list outside of it. */
export async function fileErasures(now: Date): Promise<number> {
  const unfiled = { where: { filedAt: null }, orderBy: { erasedAt: 'asc' }, take: 1_000 } as const
  const rows = (await db().erasure.findMany(unfiled)).map(asListed)
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
