import { record } from '../audit/record'
import type { Staff } from '../staff'
import type { ActResult } from './act-on-colleague'
import { type AskResult, askAbout } from './ask-about'
import { carryOutOn } from './carry-out-on'
import { shutOut } from './shut-out'

/** For who lost phone, passkeys and recovery codes. Until they come back their mailbox is all that protects them. */
export function askResetFactor(by: Staff, id: string, reason: string, now: Date): Promise<AskResult> {
  return askAbout(
    by,
    id,
    'staff.reset_factor',
    reason,
    ({ role, disabledAt }) => (disabledAt ? null : { role, afterwards: 'the next sign-in by mail sets up a new one' }),
    now,
  )
}

/** A second person agrees: all second factors are gone, and all sessions. */
export function resetFactor(by: Staff, approvalId: string, now: Date): Promise<ActResult> {
  return carryOutOn(by, approvalId, 'staff.reset_factor', now, async (tx, { id, email, role }, seen) => {
    const nothing = { totpSecret: null, totpSince: null, totpStep: 0, wrongCodes: 0 }
    const where = { id, disabledAt: null }
    if (role !== seen.role || (await tx.user.updateMany({ where, data: nothing })).count === 0) return 'changed'
    await tx.passkey.deleteMany({ where: { userId: id } })
    await tx.recoveryCode.deleteMany({ where: { userId: id } })
    const sessions = await shutOut(tx, { id, email }, now)
    await record(tx, { by, verb: 'staff.reset_factor', subject: `staff:${id}`, detail: { sessions } }, now)
    return null
  })
}
