import { db } from '@/lib/db'
import { isoDay } from '@/lib/input/day'
import { Prisma } from '@/prisma/generated/client'
import { changeStatusAsPlanned } from './change-status'
import { changeOf } from './transitions'

/**
 * Opens and closes petitions whose scheduled day has come (`schedule`). A draft without published texts waits for them.
 * Any number of workers may run it at once while staff reschedule: each step checks status and day in its own
 * statement.
 * @returns how many were opened or closed
 */
export async function runSchedules(now: Date): Promise<number> {
  const today = isoDay(now)
  const day = new Date(today)
  const rows = await db().petition.findMany({
    where: {
      removedAt: null,
      OR: [
        { status: 'draft', opensOn: { lte: day } },
        { status: 'open', closesOn: { lt: day } },
      ],
    },
  })
  let made = 0
  for (const { id, status } of rows) {
    const due = status === 'draft' ? Prisma.sql`p.opens_on <= ${today}::date` : Prisma.sql`p.closes_on < ${today}::date`
    const change = changeOf(status === 'draft' ? 'open' : 'close', '', now)
    if (!change) continue
    const planned = { ...change, where: Prisma.sql`${change.where} AND ${due}` }
    if ((await changeStatusAsPlanned(planned, id, status, now)) === null) made += 1
  }
  return made
}
