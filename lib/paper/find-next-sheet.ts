import { db } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { Prisma } from '@/prisma/generated/client'
import { awaitsCountOf } from './awaits-count'

/** The next sheet to count, and how many wait. */
export interface NextSheet {
  id: string
  waiting: number
}

/**
 * Finds the next sheet for this person: the one entered after this one; after the last, the first. Thus a sheet
 * whose count is refused does not block the others.
 * @returns null if no other sheet waits for this person
 */
export async function findNextSheet(by: Staff, after: { id: string; enteredAt: Date }): Promise<NextSheet | null> {
  authorise(by, 'paper.count')
  const here = Prisma.sql`(${after.enteredAt}, ${after.id}::uuid)`
  const [next] = await db().$queryRaw<NextSheet[]>`
    SELECT p.id::text AS id, count(*) OVER ()::int AS waiting FROM paper_sheet p
    WHERE p.id <> ${after.id}::uuid AND ${awaitsCountOf(by.id)}
    ORDER BY (p.entered_at, p.id) < ${here}, p.entered_at, p.id LIMIT 1`
  return next ?? null
}
