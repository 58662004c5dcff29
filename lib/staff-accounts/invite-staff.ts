import { canonicalEmail } from '@/lib/input/canonical-email'
import { bind } from '@/lib/staff/approvals/bound'
import { requestApproval } from '@/lib/staff/approvals/request-approval'
import { audit } from '@/lib/staff/audit/audit'
import { mailStaffLink } from '@/lib/staff/mail-staff-link'
import { canApprove } from '@/lib/staff/roles'
import { INVITATION_HOURS, makeSignInLink } from '@/lib/staff/sign-in-link'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { transact } from '@/lib/transaction'
import type { StaffRole } from '@/prisma/generated/enums'
import { onStaffMember } from './staff-change'
import { tellRole } from './tell-role'

export type InviteStaffResult =
  | { ok: true; id: string; approval: string | null }
  | { ok: false; reason: 'email_invalid' | 'there_already' | 'mails_wait' }

/**
 * Adds a member of staff and mails them a link. One who could ever be a second person needs approval, and is disabled
 * until then. For 14 days nobody who brought them in is their second person, nor they theirs.
 */
export function requestInvitation(
  by: Staff,
  { typed, role, reason }: { typed: string; role: StaffRole; reason: string },
  now: Date,
): Promise<InviteStaffResult> {
  return staffWrite<InviteStaffResult>(by, 'staff.manage', now, async ({ tx, log }) => {
    const email = canonicalEmail(typed)?.canonical
    if (!email) return { ok: false, reason: 'email_invalid' }
    const requiresApproval = canApprove(role)
    const data = { id: crypto.randomUUID(), email, role, createdAt: now, disabledAt: requiresApproval ? now : null }
    const { count } = await tx.user.createMany({ data, skipDuplicates: true })
    if (count === 0) return { ok: false, reason: 'there_already' }
    const subject = `staff:${data.id}`
    await bind(tx, data.id, [by.id], now)
    if (requiresApproval) {
      const request = { verb: 'staff.invite', subject, detail: { role }, reason } as const
      return { ok: true, id: data.id, approval: await requestApproval(tx, by, request, now) }
    }
    if (!(await mailStaffLink(tx, email, 'invitation', now))) return { ok: false, reason: 'mails_wait' }
    await tellRole(tx, data.id, role, now)
    log('staff.invite', subject, { role })
    return { ok: true, id: data.id, approval: null }
  })
}

/** Approved: enables them and mails the link. */
export const executeInvitation = onStaffMember(async (tx, person, { by, detail, askedBy, approvedBy }, now) => {
  const { id, email, role } = person
  if (role !== detail.role) return 'changed'
  const where = { id, role, disabledAt: { not: null } }
  if ((await tx.user.updateMany({ where, data: { disabledAt: null } })).count === 0) return 'changed'
  await bind(tx, id, [askedBy, approvedBy], now)
  await mailStaffLink(tx, email, 'invitation', now)
  await tellRole(tx, id, role, now)
  await audit(tx, { by, verb: 'staff.invite', subject: `staff:${id}`, detail: { role } }, now)
  return null
})

/** Mails another link to somebody who never signed in. @returns false if they did, or enough mails are queued */
export function inviteAgain(by: Staff, id: string, now: Date): Promise<boolean> {
  return staffWrite(by, 'staff.manage', now, async ({ tx, log }) => {
    const where = { id, disabledAt: null, totpSince: null, passkeys: { none: {} } }
    const person = await tx.user.findFirst({ where })
    if (!person || !(await mailStaffLink(tx, person.email, 'invitation', now))) return false
    log('staff.invite', `staff:${id}`, { role: person.role })
    return true
  })
}

export type InviteResult =
  | { ok: true; link: string; isNew: boolean }
  | { ok: false; reason: 'email_invalid' | 'other_role' }

/**
 * Adds a member of staff from the server's command line, and gives a link that signs them in. An existing member gets a
 * new link and keeps their role: changing it takes two people.
 */
export function inviteFromServer(typed: string, role: StaffRole, now: Date): Promise<InviteResult> {
  return transact<InviteResult>(async (tx) => {
    const email = canonicalEmail(typed)?.canonical
    if (!email) return { ok: false, reason: 'email_invalid' }
    const existing = await tx.user.findUnique({ where: { email } })
    if (existing && (existing.role !== role || existing.disabledAt)) return { ok: false, reason: 'other_role' }
    const user = existing ?? (await tx.user.create({ data: { email, role, createdAt: now } }))
    const link = await makeSignInLink(tx, email, new Date(now.getTime() + INVITATION_HOURS * 3_600_000))
    await audit(tx, { by: null, verb: 'staff.invite', subject: `staff:${user.id}`, detail: { role } }, now)
    return { ok: true, link, isNew: !existing }
  })
}
