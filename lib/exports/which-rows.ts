import { condition, type Filter } from '@/lib/signatures/admin/filter'
import { Prisma } from '@/prisma/generated/client'
import { type Column, isPersonal } from './columns'

/** An export, as far as it says which signatures it holds. */
export interface Which {
  filter: Filter
  columns: Column[]
  askedAt: Date
}

/**
 * The signatures of a file, as a condition on a row `s`: never one that was withdrawn or removed, and none that came
 * after the second person was shown the number. Names of confirmed signatures only; addresses of those alone who
 * asked for updates.
 */
export function whichRows({ filter, columns, askedAt }: Which): Prisma.Sql {
  const personal = columns.some(isPersonal)
  const parts = [
    condition(filter),
    Prisma.sql`s.received_at < ${askedAt}`,
    personal
      ? Prisma.sql`s.state IN ('counted', 'confirmed') AND s.confirmed_at < ${askedAt}`
      : Prisma.sql`s.state NOT IN ('withdrawn', 'removed')`,
    ...(columns.includes('email') ? [Prisma.sql`s.updates`] : []),
  ]
  return Prisma.join(parts, ' AND ')
}
