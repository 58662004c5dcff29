import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { lockSheet } from './lock-sheet'

export type DiscardResult = { ok: true } | { ok: false; reason: 'unknown' | 'changed' }

/** Deletes a sheet that was entered by mistake, with its scan, before it was approved. Nothing was counted. */
export function discardSheet(by: Staff, id: string, why: string, now: Date): Promise<DiscardResult> {
  return staffWrite<DiscardResult>(by, 'paper.enter', now, async ({ tx, log }) => {
    const sheet = await lockSheet(tx, id)
    if (!sheet) return { ok: false, reason: 'unknown' }
    if (sheet.state !== 'open') return { ok: false, reason: 'changed' }
    await tx.paperSheet.delete({ where: { id } })
    log('paper.discard', `paper:${id}`, { why })
    return { ok: true }
  })
}
