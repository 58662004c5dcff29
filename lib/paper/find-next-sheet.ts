import { db } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { Prisma } from '@/prisma/generated/client'
import { awaitsCountOf } from './awaits-count'

/** The sheet to count after another one, and how many there are with it. */
export interface NextSheet {
  id: string
  waiting: number
}

/**
 * The sheet that the person is to count next: the one entered after this one, and after the last again the first. One whose
 * count is refused so keeps nobody from the others.
 * @returns null where no other one waits for this person
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
