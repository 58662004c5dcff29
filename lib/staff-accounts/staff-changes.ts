import { bind } from '@/lib/staff/approvals/bound'
import { audit } from '@/lib/staff/audit/audit'
import type { Staff } from '@/lib/staff/staff'
import type { StaffRole } from '@/prisma/generated/enums'
import { endRequests, revokeAccess } from './end-requests'
import { onStaffMember, requestStaffChange, type StaffChangeResult } from './staff-change'
import { tellRole } from './tell-role'

/** Requests another role for somebody. */
export function requestRole(
  by: Staff,
  id: string,
  { expected, role, reason }: { expected: string; role: StaffRole; reason: string },
  now: Date,
): Promise<StaffChangeResult> {
  const show = (person: { role: StaffRole }) =>
    person.role === expected && role !== expected ? { from: expected, to: role } : null
  return requestStaffChange(by, id, { verb: 'staff.change_role', reason, show }, now)
}

/** Approved: they are in the other role from their next request on. */
export const executeRole = onStaffMember(async (tx, { id }, { by, detail: { from, to }, askedBy, approvedBy }, now) => {
  const where = { id, role: from as StaffRole, disabledAt: null }
  const { count } = await tx.user.updateMany({ where, data: { role: to as StaffRole } })
  if (count === 0) return 'changed'
  await endRequests(tx, id, now)
  await bind(tx, id, [askedBy, approvedBy], now)
  const detail = { from: from ?? '', to: to ?? '' }
  await tellRole(tx, id, to as StaffRole, now)
  await audit(tx, { by, verb: 'staff.change_role', subject: `staff:${id}`, detail }, now)
  return null
})

/** Requests that somebody be enabled again: that equals giving them their role, and so takes a second person. */
export function requestEnable(by: Staff, id: string, reason: string, now: Date): Promise<StaffChangeResult> {
  const show = ({ role, disabledAt }: { role: string; disabledAt: Date | null }) => (disabledAt ? { role } : null)
  return requestStaffChange(by, id, { verb: 'staff.enable', reason, show }, now)
}

export const executeEnable = onStaffMember(async (tx, { id, role }, { by, detail, askedBy, approvedBy }, now) => {
  const where = { id, role, disabledAt: { not: null } }
  if (role !== detail.role) return 'changed'
  if ((await tx.user.updateMany({ where, data: { disabledAt: null } })).count === 0) return 'changed'
  await bind(tx, id, [askedBy, approvedBy], now)
  await tellRole(tx, id, role, now)
  await audit(tx, { by, verb: 'staff.enable', subject: `staff:${id}`, detail: { role } }, now)
  return null
})

/**
 * Requests a reset for somebody who lost phone, passkeys and recovery codes. Until they enrol again only their mailbox
 * protects them.
 */
export function requestFactorReset(by: Staff, id: string, reason: string, now: Date): Promise<StaffChangeResult> {
  const afterwards = 'the next sign-in by mail sets up a new one'
  const show = ({ role, disabledAt }: { role: string; disabledAt: Date | null }) =>
    disabledAt ? null : { role, afterwards }
  return requestStaffChange(by, id, { verb: 'staff.reset_factor', reason, show }, now)
}

/** Approved: deletes all second factors and ends all sessions. */
export const executeFactorReset = onStaffMember(async (tx, person, { by, detail, askedBy, approvedBy }, now) => {
  const { id, email, role } = person
  const nothing = { totpSecret: null, totpSince: null, totpStep: 0, wrongCodes: 0 }
  const where = { id, disabledAt: null }
  if (role !== detail.role || (await tx.user.updateMany({ where, data: nothing })).count === 0) return 'changed'
  await tx.passkey.deleteMany({ where: { userId: id } })
  await tx.recoveryCode.deleteMany({ where: { userId: id } })
  const sessions = await revokeAccess(tx, { id, email }, now)
  await bind(tx, id, [askedBy, approvedBy], now)
  await audit(tx, { by, verb: 'staff.reset_factor', subject: `staff:${id}`, detail: { sessions } }, now)
  return null
})
