import { db } from '@/lib/db'
import { MAX_COUNTED } from '@/lib/input/max-counted'
import { appealWaits } from '@/lib/signatures/appeal-answer'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'

/** The number of appeals of held and removed signatures that await an answer, by language; at most `MAX_COUNTED`. */
export async function countWaitingAppeals(by: Staff): Promise<Map<string, number>> {
  authorise(by, 'signature.review')
  const rows = await db().$queryRaw<{ locale: string; n: number }[]>`
    SELECT locale, count(*)::int AS n FROM (SELECT s.locale FROM signature s WHERE ${appealWaits} LIMIT ${MAX_COUNTED}) AS waiting
    GROUP BY locale ORDER BY n DESC, locale`
  return new Map(rows.map(({ locale, n }) => [locale, n]))
}
