import { pool } from '@/lib/db'
import { condition, type Filter } from '@/lib/signatures/admin/filter'
import { countingSql } from '@/lib/signatures/states'
import { Prisma } from '@/prisma/generated/client'
import { type Column, isPersonal } from './columns'

/** The part of an export that selects its signatures. */
export interface Which {
  filter: Filter
  columns: Column[]
  askedAt: Date
  /** Only signers whose leaf is among this many first ones, and who chose to show a name. */
  namedAmong?: number
}

/**
 * SQL predicate selecting the signatures of a file (`s` is `signature`): never withdrawn or removed ones, and none
 * received after the second person was shown the number. Names of confirmed signatures only; email addresses only of
 * signers who asked for updates.
 */
export function whichRows({ filter, columns, askedAt, namedAmong }: Which): Prisma.Sql {
  const personal = columns.some(isPersonal)
  const parts = [
    condition(filter),
    Prisma.sql`s.received_at < ${askedAt}`,
    personal
      ? Prisma.sql`s.state IN ${Prisma.raw(countingSql)} AND s.confirmed_at < ${askedAt}`
      : Prisma.sql`s.state NOT IN ('withdrawn', 'removed')`,
    ...(columns.includes('email') ? [Prisma.sql`s.updates`] : []),
    ...(namedAmong === undefined
      ? []
      : [Prisma.sql`s.state = 'counted' AND s.leaf_index < ${namedAmong} AND s.display <> 'hidden'`]),
  ]
  return Prisma.join(parts, ' AND ')
}

/** Counts the signatures that a file would contain now. @param most the count stops at this number */
export async function countRows(which: Which, most?: number): Promise<number> {
  const where = whichRows(which)
  const { rows } = await pool().query<{ n: number }>(
    `SELECT count(*)::int AS n FROM (SELECT FROM signature s WHERE ${where.text} ${most ? `LIMIT ${most}` : ''}) AS found`,
    where.values,
  )
  return rows[0]?.n ?? 0
}
