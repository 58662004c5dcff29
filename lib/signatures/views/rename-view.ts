import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { lockRow } from '@/lib/transaction'
import { readViewName } from './view-name'

type Result = { ok: true } | { ok: false; reason: 'view_name' | 'view_taken' | 'view_gone' }

/** Gives one's own view another name. */
export async function renameView(by: Staff, id: string, typedName: string, now: Date): Promise<Result> {
  return staffWrite<Result>(by, 'view.save', now, async ({ tx }) => {
    const name = readViewName(typedName)
    if (name === null) return { ok: false, reason: 'view_name' }
    // One after another: of two who want one name at once, as by a button pressed twice, the later is told.
    await lockRow(tx, 'staff', by.id)
    if ((await tx.savedView.count({ where: { id, staffId: by.id } })) === 0) return { ok: false, reason: 'view_gone' }
    const renamed = await tx.$executeRaw`
      UPDATE saved_view SET name = ${name} WHERE id = ${id}::uuid AND staff_id = ${by.id}::uuid AND NOT EXISTS (
        SELECT FROM saved_view other WHERE other.staff_id = ${by.id}::uuid AND other.name = ${name} AND other.id <> ${id}::uuid)`
    return renamed === 1 ? { ok: true } : { ok: false, reason: 'view_taken' }
  })
}
