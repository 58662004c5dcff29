import { pool } from '@/lib/db'
import { isSlug } from '@/lib/input/slug'
import { publicMoment } from './as-of'
import { entryMark } from './entry-mark'

/**
 * The newest signatures of the ledger that go with each count: what is counted between two looks at thirty a second.
 * Fixed, so that the answer's length tells nothing.
 */
const NEWEST = 300

export interface PublicCount {
  /** The net size of the ledger. */
  count: number
  /** When it last changed. */
  asOf: Date
  /** Marks (`entryMark`) of the newest signatures counted online, the newest first. */
  newest: string[]
}

/** The public count of a published petition; null if there is no such petition. */
export async function findCount(slug: string): Promise<PublicCount | null> {
  if (!isSlug(slug)) return null
  const { rows } = await pool().query<{ net: string | null; as_of: Date; newest: Buffer[] }>({
    name: 'find-count',
    text: `SELECT t.net, coalesce(t.as_of, p.opened_at) AS as_of, ARRAY(
             SELECT substring(l.leaf FROM 11) FROM ledger_leaf l
             WHERE l.petition_id = p.id AND l.index >= t.size - ${NEWEST} AND l.kind = 'sign' ORDER BY l.index DESC) AS newest
           FROM petition p LEFT JOIN petition_total t ON t.petition_id = p.id
           WHERE p.slug = $1 AND p.status <> 'draft' AND p.removed_at IS NULL`,
    values: [slug],
  })
  const row = rows[0]
  return row ? { count: Number(row.net ?? 0), asOf: publicMoment(row.as_of), newest: row.newest.map(entryMark) } : null
}
