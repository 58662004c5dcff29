import { db } from '@/lib/db'
import { isGivenUp } from '@/lib/failover/is-away'
import { MAX_COUNTED } from '@/lib/input/max-counted'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { Prisma } from '@/prisma/generated/client'
import { parts } from './facets'
import type { Filter } from './filter'

/** In ms: a page does not wait longer for a number beside it. Most take a few. */
const PATIENCE = 250

/**
 * The number of signatures that a filter matches, without pending forms: at most one above `MAX_COUNTED`.
 * @returns null if they cannot be counted within `patience`
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
