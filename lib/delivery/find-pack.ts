import { LRUCache } from 'lru-cache'
import { db, pool } from '@/lib/db'
import { isoDay } from '@/lib/input/day'
import { isId } from '@/lib/input/id'
import { sharedStatement } from '@/lib/shared-statement'

export interface FoundPack {
  /** The petition's slug. */
  slug: string
  /** The delivery's day, as YYYY-MM-DD. */
  day: string
  pack: Uint8Array<ArrayBuffer>
}

/** By delivery; published packs never change. Concurrent requests read a pack once. */
const packs = new LRUCache<string, Uint8Array<ArrayBuffer>>({
  maxSize: 32 * 1024 * 1024,
  sizeCalculation: ({ length }) => length || 1,
  async fetchMethod(id) {
    const row = await db().delivery.findUnique({ where: { id }, select: { pack: true } })
    return row?.pack ?? undefined
  },
})

/**
 * Returns the pack of a delivery; null if there is none, it is not made yet, or its petition is hidden.
 * @param until only deliveries up to this day; null includes future ones, which staff prepare
 */
export async function findPack(id: string, until: Date | null): Promise<FoundPack | null> {
  if (!isId(id)) return null
  const row = await findRow(id)
  if (!row || (until && row.day > isoDay(until))) return null
  const pack = await packs.fetch(row.id)
  return pack ? { slug: row.slug, day: row.day, pack } : null
}

interface Row {
  id: string
  slug: string
  day: string
}

// Made-up ids cause this read too, so concurrent requests share it.
const findRow = sharedStatement<string, Row | null>(null, async (ids) => {
  const { rows } = await pool().query<Row>({
    name: 'find-packs',
    text: `SELECT d.id, p.slug, d.delivered_on::text AS day FROM delivery d JOIN petition p ON p.id = d.petition_id
      WHERE d.id = ANY((SELECT $1::uuid[])::uuid[]) AND d.pack IS NOT NULL AND p.removed_at IS NULL`,
    values: [ids],
  })
  return ids.map((id) => rows.find((row) => row.id === id) ?? null)
})
