import { db } from '@/lib/db'
import { canonicalEmail } from '@/lib/input/canonical-email'
import type { Prisma } from '@/prisma/generated/client'
import type { StaffRole } from '@/prisma/generated/enums'
import { bind } from '../approvals/bound'
import { requestApproval } from '../approvals/request-approval'
import { audit } from '../audit/audit'
import { authorise } from '../authorise'
import { mailStaffLink } from '../mail-staff-link'
import { mayApproveAnything } from '../roles'
import type { Staff } from '../staff'
import { onColleague } from './update-staff-member'

export type InviteStaffResult =
  | { ok: true; id: string; approval: string | null }
  | { ok: false; reason: 'email_invalid' | 'there_already' | 'mails_wait' }

/**
 * Takes somebody on and mails them a link. Whoever could ever be a second person is agreed to by one first, and until
 * then is shut out. For 14 days nobody who brought them in is their second person, nor they theirs.
 */
export function inviteStaff(
  by: Staff,
  { typed, role, reason }: { typed: string; role: StaffRole; reason: string },
  now: Date,
): Promise<InviteStaffResult> {
  authorise(by, 'staff.manage')
  const email = canonicalEmail(typed)?.canonical
  if (!email) return Promise.resolve({ ok: false, reason: 'email_invalid' })
  const two = mayApproveAnything(role)
  return db().$transaction(async (tx) => {
    const data = { id: crypto.randomUUID(), email, role, createdAt: now, disabledAt: two ? now : null }
    const { count } = await tx.user.createMany({ data, skipDuplicates: true })
    if (count === 0) return { ok: false, reason: 'there_already' }
    const subject = `staff:${data.id}`
    await bind(tx, data.id, [by.id], now)
    if (two) {
      const request = { verb: 'staff.invite', subject, detail: { role }, reason } as const
      return { ok: true, id: data.id, approval: await requestApproval(tx, by, request, now) }
    }
    if (!(await mailStaffLink(tx, email, 'invitation', now))) return { ok: false, reason: 'mails_wait' }
    await audit(tx, { by, verb: 'staff.invite', subject, detail: { role } }, now)
    return { ok: true, id: data.id, approval: null }
  })
}

/** A second person agrees: the link is mailed. */
export const executeInvitation = onColleague(async (tx, colleague, { by, detail, askedBy, agreedBy }, now) => {
  const { id, email, role } = colleague
  if (role !== detail.role) return 'changed'
  const where = { id, role, disabledAt: { not: null } }
  if ((await tx.user.updateMany({ where, data: { disabledAt: null } })).count === 0) return 'changed'
  await bind(tx, id, [askedBy, agreedBy], now)
  await mailStaffLink(tx, email, 'invitation', now)
  await audit(tx, { by, verb: 'staff.invite', subject: `staff:${id}`, detail: { role } }, now)
  return null
})

/** Mails another link to somebody who has not come yet. */
export function inviteAgain(by: Staff, id: string, now: Date): Promise<boolean> {
  authorise(by, 'staff.manage')
  return db().$transaction(async (tx) => {
    const colleague = await notYetCome(tx, id)
    if (!colleague || !(await mailStaffLink(tx, colleague.email, 'invitation', now))) return false
    const detail = { role: colleague.role }
    await audit(tx, { by, verb: 'staff.invite', subject: `staff:${id}`, detail }, now)
    return true
  })
}

function notYetCome(tx: Prisma.TransactionClient, id: string) {
  return tx.user.findFirst({ where: { id, disabledAt: null, totpSince: null, passkeys: { none: {} } } })
}
