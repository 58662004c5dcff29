import { db } from '@/lib/db'
import { requestApproval } from '@/lib/staff/approvals/request-approval'
import { audit } from '@/lib/staff/audit/audit'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { lockSheet } from './lock-sheet'
import { requiresApproval } from './requires-approval'
import { takeBack } from './take-back'

export type WithdrawSheetResult =
  | { ok: true; approval: string | null }
  | { ok: false; reason: 'unknown' | 'changed' | 'waits' }

/**
 * Takes an approved sheet out of the count, or, above a number, asks a second person for it.
 * @returns the approval to wait for, or null where it is done
 */
export async function withdrawSheet(by: Staff, id: string, why: string, now: Date): Promise<WithdrawSheetResult> {
  authorise(by, 'paper.withdraw')
  return db().$transaction(async (tx): Promise<WithdrawSheetResult> => {
    const sheet = await lockSheet(tx, id)
    if (!sheet) return { ok: false, reason: 'unknown' }
    if (sheet.state !== 'approved' || sheet.signatures === null) return { ok: false, reason: 'changed' }
    const subject = `paper:${id}`
    const { signatures } = sheet
    if (requiresApproval(signatures)) {
      const detail = { sheet: id.slice(0, 8), signatures: String(signatures), place: sheet.place }
      const approval = await requestApproval(tx, by, { verb: 'paper.withdraw', subject, detail, reason: why }, now)
      return approval ? { ok: true, approval } : { ok: false, reason: 'waits' }
    }
    await takeBack(tx, sheet, 1, now)
    await audit(tx, { by, verb: 'paper.withdraw', subject, detail: { signatures, why } }, now)
    return { ok: true, approval: null }
  })
}
