import type { StaffRole } from '@/prisma/generated/enums'
import { bind } from '../approvals/bound'
import { endRequests } from '../approvals/end-requests'
import { audit } from '../audit/audit'
import type { Staff } from '../staff'
import { type AskResult, requestStaffChange } from './request-staff-change'
import { onColleague } from './update-staff-member'

/** Asks for another role for somebody. */
export function requestRole(
  by: Staff,
  id: string,
  { seen, role, reason }: { seen: string; role: StaffRole; reason: string },
  now: Date,
): Promise<AskResult> {
  const see = (colleague: { role: StaffRole }) =>
    colleague.role === seen && role !== seen ? { from: seen, to: role } : null
  return requestStaffChange(by, id, { verb: 'staff.change_role', reason, see }, now)
}

/** A second person agrees: from their next click on, they are in the other role. */
export const executeRole = onColleague(async (tx, { id }, { by, detail: { from, to }, askedBy, agreedBy }, now) => {
  const where = { id, role: from as StaffRole, disabledAt: null }
  const { count } = await tx.user.updateMany({ where, data: { role: to as StaffRole } })
  if (count === 0) return 'changed'
  await endRequests(tx, id, now)
  await bind(tx, id, [askedBy, agreedBy], now)
  const detail = { from: from ?? '', to: to ?? '' }
  await audit(tx, { by, verb: 'staff.change_role', subject: `staff:${id}`, detail }, now)
  return null
})
