import { record } from '../audit/record'
import type { Staff } from '../staff'
import type { ActResult } from './act-on-colleague'
import { type AskResult, askAbout } from './ask-about'
import { carryOutOn } from './carry-out-on'

/** Letting somebody back in is like giving them their role: it takes a second person. */
export function askEnable(by: Staff, id: string, reason: string, now: Date): Promise<AskResult> {
  return askAbout(by, id, 'staff.enable', reason, ({ role, disabledAt }) => (disabledAt ? { role } : null), now)
}

/** A second person agrees. */
export function enable(by: Staff, approvalId: string, now: Date): Promise<ActResult> {
  return carryOutOn(by, approvalId, 'staff.enable', now, async (tx, { id, role }, seen) => {
    const where = { id, role, disabledAt: { not: null } }
    if (role !== seen.role) return 'changed'
    if ((await tx.user.updateMany({ where, data: { disabledAt: null } })).count === 0) return 'changed'
    await record(tx, { by, verb: 'staff.enable', subject: `staff:${id}`, detail: { role } }, now)
    return null
  })
}
