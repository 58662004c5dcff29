import { pool } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'
import type { PetitionStatus } from '@/prisma/generated/enums'
import { changeStatusAsPlanned, type StatusChange } from './change-status'
import { closing, opening } from './steps'

/**
 * Opens and closes what staff planned for a day that has come (`plan`). A draft whose words are not published waits
 * for them. Any number of workers may do it at once, and staff may plan anew meanwhile: each step asks for status and day
 * in its own statement, and who comes second finds another.
 * @returns how many were opened or closed
 */
export async function runSchedules(now: Date): Promise<number> {
  const today = now.toISOString().slice(0, 10)
  const { rows } = await pool().query<{ id: string; status: PetitionStatus }>(
    `SELECT id, status::text FROM petition
     WHERE removed_at IS NULL AND ((status = 'draft' AND opens_on <= $1) OR (status = 'open' AND closes_on < $1))`,
    [today],
  )
  let made = 0
  for (const { id, status } of rows) {
    const due = status === 'draft' ? Prisma.sql`p.opens_on <= ${today}::date` : Prisma.sql`p.closes_on < ${today}::date`
    const change = status === 'draft' ? opening(now) : closing(now)
    if ((await changeStatusAsPlanned(alsoIf(change, due), id, status, now)) === null) made += 1
  }
  return made
}

function alsoIf(change: StatusChange, due: Prisma.Sql): StatusChange {
  return { ...change, where: change.where ? Prisma.sql`${change.where} AND ${due}` : due }
}
