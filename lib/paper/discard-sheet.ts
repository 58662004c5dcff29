import { db } from '@/lib/db'
import { audit } from '@/lib/staff/audit/audit'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { lockSheet } from './lock-sheet'

export type DiscardResult = { ok: true } | { ok: false; reason: 'unknown' | 'changed' }

/** Deletes a sheet that was entered by mistake, with its scan, before it was approved. Nothing was counted. */
export async function discardSheet(by: Staff, id: string, why: string, now: Date): Promise<DiscardResult> {
  authorise(by, 'paper.enter')
  return db().$transaction(async (tx): Promise<DiscardResult> => {
    const sheet = await lockSheet(tx, id)
    if (!sheet) return { ok: false, reason: 'unknown' }
    if (sheet.state !== 'open') return { ok: false, reason: 'changed' }
    await tx.paperSheet.delete({ where: { id } })
    await audit(tx, { by, verb: 'paper.discard', subject: `paper:${id}`, detail: { why } }, now)
    return { ok: true }
  })
}
