import { db } from '@/lib/db'
import { audit } from '@/lib/staff/audit/audit'
import type { Staff } from '@/lib/staff/staff'

/** A download of which nothing was taken for so long has broken off, in ms: it may be begun again. */
const HELD_FOR = 120_000

/** Until when a download that is taken now keeps others from beginning. */
export function heldFor(now: Date): Date {
  return new Date(now.getTime() + HELD_FOR)
}

/** A download that was begun: the how-manieth of its file. A later one has taken its place. */
export interface Download {
  id: string
  starts: number
}

/** Somebody takes on: nobody else begins. @returns false where somebody has begun since, or the file is gone */
export async function holdExport({ id, starts }: Download, now: Date): Promise<boolean> {
  const where = { id, starts, finishedAt: null }
  return (await db().dataExport.updateMany({ where, data: { heldUntil: heldFor(now) } })).count === 1
}

/** The taker went away: the file may be begun again at once. */
export async function releaseExport({ id, starts }: Download): Promise<void> {
  await db().dataExport.updateMany({ where: { id, starts, finishedAt: null }, data: { heldUntil: null } })
}

/** All but the end was taken, and now the end is: the file is gone. @returns false where it is another's by now */
export function finishExport(by: Staff, { id, starts }: Download, rows: number, now: Date): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.dataExport.updateMany({
      where: { id, starts, finishedAt: null },
      data: { finishedAt: now, heldUntil: null },
    })
    if (count === 1) await audit(tx, { by, verb: 'export.finish', subject: `export:${id}`, detail: { rows } }, now)
    return count === 1
  })
}
