import { db } from '@/lib/db'
import { isGivenUp } from '@/lib/failover/is-away'
import { MAX_COUNTED } from '@/lib/input/max-counted'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { Prisma } from '@/prisma/generated/client'
import { parts } from './facets'
import type { Filter } from './filter'

/** How long a page waits for a number, in ms. Most take a few ms. */
const PATIENCE = 250

/**
 * Counts the signatures that match a filter, up to `MAX_COUNTED` + 1, without pending forms.
 * @returns null if counting takes longer than `patience`
 */
export async function countMatches(by: Staff, filter: Filter, patience = PATIENCE): Promise<number | null> {
  authorise(by, 'signature.list')
  const found = parts(filter).map(
    (part) => Prisma.sql`(SELECT FROM signature s WHERE ${part} LIMIT ${MAX_COUNTED + 1})`,
  )
  if (found.length === 0) return 0
  try {
    const [, rows] = await db().$transaction([
      db().$executeRawUnsafe(`SET LOCAL statement_timeout = ${patience}`),
      db().$queryRaw<{ n: bigint }[]>`
        SELECT count(*) AS n FROM (SELECT FROM (${Prisma.join(found, ' UNION ALL ')}) s LIMIT ${MAX_COUNTED + 1}) s`,
    ])
    return Number(rows[0]?.n ?? 0)
  } catch (error) {
    if (isGivenUp(error)) return null
    throw error
  }
}
