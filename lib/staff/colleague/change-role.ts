import type { StaffRole } from '@/prisma/generated/enums'
import { bind } from '../approvals/bound'
import { endRequests } from '../approvals/end-requests'
import { record } from '../audit/record'
import type { Staff } from '../staff'
import { onColleague } from './act-on-colleague'
import { type AskResult, askAbout } from './ask-about'

/** Asks for another role for somebody. */
export function requestRole(
  by: Staff,
  id: string,
  { seen, role, reason }: { seen: string; role: StaffRole; reason: string },
  now: Date,
): Promise<AskResult> {
  const see = (colleague: { role: StaffRole }) =>
    colleague.role === seen && role !== seen ? { from: seen, to: role } : null
  return askAbout(by, id, { verb: 'staff.change_role', reason, see }, now)
}

/** A second person agrees: from their next click on, they are in the other role. */
export const executeRole = onColleague(async (tx, { id }, { by, detail: { from, to }, askedBy, agreedBy }, now) => {
  const where = { id, role: from as StaffRole, disabledAt: null }
  const { count } = await tx.user.updateMany({ where, data: { role: to as StaffRole } })
  if (count === 0) return 'changed'
  await endRequests(tx, id, now)
  await bind(tx, id, [askedBy, agreedBy], now)
  const detail = { from: from ?? '', to: to ?? '' }
  await record(tx, { by, verb: 'staff.change_role', subject: `staff:${id}`, detail }, now)
  return null
})
