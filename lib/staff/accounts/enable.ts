import { bind } from '../approvals/bound'
import { audit } from '../audit/audit'
import type { Staff } from '../staff'
import { type AskResult, requestStaffChange } from './request-staff-change'
import { onColleague } from './update-staff-member'

/** Letting somebody back in is like giving them their role: it takes a second person. */
export function requestEnable(by: Staff, id: string, reason: string, now: Date): Promise<AskResult> {
  const see = ({ role, disabledAt }: { role: string; disabledAt: Date | null }) => (disabledAt ? { role } : null)
  return requestStaffChange(by, id, { verb: 'staff.enable', reason, see }, now)
}

/** A second person agrees. */
export const executeEnable = onColleague(async (tx, { id, role }, { by, detail, askedBy, agreedBy }, now) => {
  const where = { id, role, disabledAt: { not: null } }
  if (role !== detail.role) return 'changed'
  if ((await tx.user.updateMany({ where, data: { disabledAt: null } })).count === 0) return 'changed'
  await bind(tx, id, [askedBy, agreedBy], now)
  await audit(tx, { by, verb: 'staff.enable', subject: `staff:${id}`, detail: { role } }, now)
  return null
})
