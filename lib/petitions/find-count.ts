import { pool } from '@/lib/db'
import { isSlug } from '@/lib/input/slug'
import { publicMoment } from './as-of'

/** The public count of a published petition: the net size of its ledger. Null if there is no such petition. */
export async function findCount(slug: string): Promise<{ count: number; asOf: Date } | null> {
  if (!isSlug(slug)) return null
  const { rows } = await pool().query<{ net: string | null; as_of: Date }>({
    name: 'find-count',
    text: `SELECT t.net, coalesce(t.as_of, p.opened_at) AS as_of
           FROM petition p LEFT JOIN petition_total t ON t.petition_id = p.id
           WHERE p.slug = $1 AND p.status <> 'draft' AND p.removed_at IS NULL`,
    values: [slug],
  })
  const row = rows[0]
  return row ? { count: Number(row.net ?? 0), asOf: publicMoment(row.as_of) } : null
}
