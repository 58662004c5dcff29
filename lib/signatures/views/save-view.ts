import { randomUUID } from 'node:crypto'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { lockRow } from '@/lib/transaction'
import { readViewName } from './view-name'
import { canSave, readViewText, viewText } from './view-text'

/** The number of views that one person may have: they are shown in a line above the list. */
const MAX_VIEWS = 20

type Result =
  | { ok: true; query: string }
  | { ok: false; reason: 'view_name' | 'view_filter' | 'view_taken' | 'view_many' }

/** Saves what a list shows (the query of its address) under a name, for this person alone. */
export async function saveView(by: Staff, typedName: string, query: string, now: Date): Promise<Result> {
  return staffWrite<Result>(by, 'view.save', now, async ({ tx }) => {
    const name = readViewName(typedName)
    if (name === null) return { ok: false, reason: 'view_name' }
    const asked = readViewText(query)
    if (!asked || !(await canSave(asked))) return { ok: false, reason: 'view_filter' }
    const text = viewText(asked)
    // One after another, so that neither their number is exceeded nor a name given twice.
    await lockRow(tx, 'staff', by.id)
    const saved = await tx.$executeRaw`
      INSERT INTO saved_view (id, staff_id, name, query, created_at)
      SELECT ${randomUUID()}::uuid, ${by.id}::uuid, ${name}, ${text}, ${now}
      WHERE (SELECT count(*) FROM saved_view WHERE staff_id = ${by.id}::uuid) < ${MAX_VIEWS}
      ON CONFLICT (staff_id, name) DO NOTHING`
    if (saved === 1) return { ok: true, query: text }
    const isTaken = (await tx.savedView.count({ where: { staffId: by.id, name } })) > 0
    return { ok: false, reason: isTaken ? 'view_taken' : 'view_many' }
  })
}
