import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import type { StaffRole } from '@/prisma/generated/enums'
import { lockPeople } from '../approvals/people'
import { authorise } from '../authorise'
import type { Staff } from '../staff'
import { named, staffName } from '../staff-name'
import { staffWrite } from '../staff-write'
import { openKept, sealKept } from './kept-form'

/** The unfinished forms of somebody without access, and who may get them. */
export interface LeftForms {
  forms: number
  successors: { id: string; name: string }[]
}

/**
 * Lists a person's unfinished forms, and the colleagues who may get them: the same role, or owners, so that they may
 * read and do all that the forms are for.
 */
export async function findLeftForms(by: Staff, { id, role }: { id: string; role: StaffRole }): Promise<LeftForms> {
  authorise(by, 'staff.manage')
  const [forms, people] = await Promise.all([
    db().keptForm.count({ where: { userId: id } }),
    db().user.findMany({
      where: { role: { in: [role, 'owner'] }, disabledAt: null, id: { not: id } },
      select: { id: true, ...named.select },
      orderBy: { email: 'asc' },
    }),
  ])
  return { forms, successors: people.map((one) => ({ id: one.id, name: staffName(one) })) }
}

export type HandOverResult = { ok: true; forms: number } | { ok: false; reason: 'unknown' | 'changed' }

/**
 * Hands the unfinished forms of a disabled person over to a colleague, who finds them as their own for another seven
 * days. Nobody reads them meanwhile.
 * @returns `changed` if there is nothing to hand over, or one of the two has changed meanwhile
 */
export function handOverForms(by: Staff, id: string, to: string, now: Date): Promise<HandOverResult> {
  return staffWrite<HandOverResult>(by, 'staff.manage', now, async ({ tx, log }) => {
    if (!isId(id) || !isId(to)) return { ok: false, reason: 'unknown' }
    const people = await lockPeople(tx, [id, to], 'keep', now)
    const [left, heir] = [people.find((one) => one.id === id), people.find((one) => one.id === to)]
    if (!left || !heir) return { ok: false, reason: 'unknown' }
    const fits = left.disabled && !heir.disabled && !heir.frozen && [left.role, 'owner'].includes(heir.role)
    if (!fits) return { ok: false, reason: 'changed' }
    const { name, email } = await tx.user.findUniqueOrThrow({ where: { id }, ...named })
    const rows = await tx.keptForm.findMany({ where: { userId: id } })
    let forms = 0
    for (const row of rows) {
      const form = openKept(row)
      if (!form) continue
      const box = sealKept(to, { ...form, from: staffName({ name, email }) })
      // If two owners hand it over at once, only one succeeds.
      const data = { userId: to, box, keptAt: now }
      forms += (await tx.keptForm.updateMany({ where: { id: row.id, userId: id }, data })).count
    }
    if (forms === 0) return { ok: false, reason: 'changed' }
    log('staff.hand_over_forms', `staff:${id}`, { to, forms })
    return { ok: true, forms }
  })
}
