import { db } from '@/lib/db'
import { type Refusal, takeApproval } from '@/lib/staff/approvals/take-approval'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { lockSheet } from './lock-sheet'
import { takeBack } from './take-back'

class SheetChanged extends Error {}

/** The second person agrees that a large sheet is taken out of the count. */
export async function withdrawSheetTogether(
  by: Staff,
  approvalId: string,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: Refusal }> {
  authorise(by, 'paper.withdraw')
  const asked = await db().approval.findUnique({ where: { id: approvalId }, select: { subject: true } })
  const id = asked?.subject.replace(/^paper:/, '') ?? ''
  try {
    return await db().$transaction(async (tx) => {
      // The sheet before the record: in the order of everybody else who locks both.
      const sheet = await lockSheet(tx, id)
      const taken = await takeApproval(tx, by, approvalId, 'paper.withdraw', now)
      if (!taken.ok) return taken
      if (sheet?.state !== 'approved') throw new SheetChanged()
      await takeBack(tx, sheet, 2, now)
      return { ok: true }
    })
  } catch (error) {
    // The agreement went back with the transaction: there was nothing left to agree to.
    if (error instanceof SheetChanged) return { ok: false, reason: 'changed' }
    throw error
  }
}
