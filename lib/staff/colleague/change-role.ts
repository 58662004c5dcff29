import type { StaffRole } from '@/prisma/generated/enums'
import { record } from '../audit/record'
import type { Staff } from '../staff'
import type { ActResult } from './act-on-colleague'
import { type AskResult, askAbout } from './ask-about'
import { carryOutOn } from './carry-out-on'
import { withdrawRequests } from './shut-out'

/** Asks for another role for somebody. */
export function askRole(
  by: Staff,
  id: string,
  { seen, role, reason }: { seen: string; role: StaffRole; reason: string },
  now: Date,
): Promise<AskResult> {
  return askAbout(
    by,
    id,
    'staff.change_role',
    reason,
    (colleague) => (colleague.role === seen && role !== seen ? { from: seen, to: role } : null),
    now,
  )
}

/** A second person agrees: from their next click on, they are in the other role. */
export function changeRole(by: Staff, approvalId: string, now: Date): Promise<ActResult> {
  return carryOutOn(by, approvalId, 'staff.change_role', now, async (tx, { id }, { from, to }) => {
    const where = { id, role: from as StaffRole, disabledAt: null }
    const { count } = await tx.user.updateMany({ where, data: { role: to as StaffRole } })
    if (count === 0) return 'changed'
    await withdrawRequests(tx, id, now)
    const detail = { from: from ?? '', to: to ?? '' }
    await record(tx, { by, verb: 'staff.change_role', subject: `staff:${id}`, detail }, now)
    return null
  })
}
