import { bind } from '../approvals/bound'
import { audit } from '../audit/audit'
import type { Staff } from '../staff'
import { type AskResult, requestStaffChange } from './request-staff-change'
import { shutOut } from './shut-out'
import { onColleague } from './update-staff-member'

/** For who lost phone, passkeys and recovery codes. Until they come back their mailbox is all that protects them. */
export function requestFactorReset(by: Staff, id: string, reason: string, now: Date): Promise<AskResult> {
  const afterwards = 'the next sign-in by mail sets up a new one'
  const see = ({ role, disabledAt }: { role: string; disabledAt: Date | null }) =>
    disabledAt ? null : { role, afterwards }
  return requestStaffChange(by, id, { verb: 'staff.reset_factor', reason, see }, now)
}

/** A second person agrees: all second factors are gone, and all sessions. */
export const executeFactorReset = onColleague(async (tx, colleague, { by, detail, askedBy, agreedBy }, now) => {
  const { id, email, role } = colleague
  const nothing = { totpSecret: null, totpSince: null, totpStep: 0, wrongCodes: 0 }
  const where = { id, disabledAt: null }
  if (role !== detail.role || (await tx.user.updateMany({ where, data: nothing })).count === 0) return 'changed'
  await tx.passkey.deleteMany({ where: { userId: id } })
  await tx.recoveryCode.deleteMany({ where: { userId: id } })
  const sessions = await shutOut(tx, { id, email }, now)
  await bind(tx, id, [askedBy, agreedBy], now)
  await audit(tx, { by, verb: 'staff.reset_factor', subject: `staff:${id}`, detail: { sessions } }, now)
  return null
})
