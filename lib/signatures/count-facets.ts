import { db } from '@/lib/db'
import { tryLock } from '@/lib/locks'
import { Prisma } from '@/prisma/generated/client'
import { countedSql } from './states'

/** With five million signatures it takes some seconds. */
const LONG_TRANSACTION = { timeout: 300_000 }

/**
 * Recounts the counted signatures by language, by member's link and by version of the text, for each petition whose
 * count has changed since the last time. Of several workers one does it.
 * @returns whether any petition was recounted
 */
export function countFacets(now: Date): Promise<boolean> {
  return db().$transaction(async (tx) => {
    if (!(await tryLock(tx, 'facetCounts'))) return false
    // A release that knows no versions counts without them; rows that are purged can be counted no more.
    const moved = await tx.$queryRaw<{ id: string }[]>`
      SELECT petition_id::text AS id FROM petition_total t
      WHERE size > coalesce((SELECT max(f.size) FROM facet_total f WHERE f.petition_id = t.petition_id), 0)
        OR (EXISTS (SELECT FROM signature s WHERE s.petition_id = t.petition_id AND s.state = 'counted')
          AND NOT EXISTS (SELECT FROM facet_total f WHERE f.petition_id = t.petition_id AND f.facet = 'text'))`
    if (moved.length === 0) return false
    const ids = moved.map(({ id }) => id)
    await tx.facetTotal.deleteMany({ where: { petitionId: { in: ids } } })
    await tx.$executeRaw`
      INSERT INTO facet_total (petition_id, facet, code, net, size, as_of)
      SELECT petition_id,
        CASE WHEN GROUPING(locale) = 0 THEN 'language' WHEN GROUPING(text_sha256) = 0 THEN 'text' ELSE 'member' END,
        coalesce(CASE WHEN GROUPING(locale) = 0 THEN locale WHEN GROUPING(text_sha256) = 0 THEN encode(text_sha256, 'hex')
          ELSE via END, ''), count(*),
        (SELECT size FROM petition_total t WHERE t.petition_id = signature.petition_id), ${now}
      FROM signature WHERE petition_id = ANY(${ids}::uuid[]) AND ${Prisma.raw(countedSql)}
      GROUP BY GROUPING SETS ((petition_id, locale), (petition_id, via), (petition_id, text_sha256))`
    return true
  }, LONG_TRANSACTION)
}
