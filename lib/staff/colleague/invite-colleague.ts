import { db } from '@/lib/db'
import { canonicalEmail } from '@/lib/integrity/canonical-email'
import type { Prisma } from '@/prisma/generated/client'
import type { StaffRole } from '@/prisma/generated/enums'
import { askApproval } from '../approvals/ask-approval'
import { record } from '../audit/record'
import { authorise } from '../authorise'
import { mailStaffLink } from '../mail-staff-link'
import type { Staff } from '../staff'
import type { ActResult } from './act-on-colleague'
import { carryOutOn } from './carry-out-on'

export type InviteColleagueResult =
  | { ok: true; id: string; approval: string | null }
  | { ok: false; reason: 'email_invalid' | 'there_already' | 'mails_wait' }

/**
 * Takes somebody on and mails them a link. Editors and auditors see no names and agree to nothing: one owner is
 * enough. Moderators and owners can be the second person, so a second person agrees to them first; until then they
 * are shut out.
 */
export function inviteColleague(
  by: Staff,
  { typed, role, reason }: { typed: string; role: StaffRole; reason: string },
  now: Date,
): Promise<InviteColleagueResult> {
  authorise(by, 'staff.manage')
  const email = canonicalEmail(typed)?.canonical
  if (!email) return Promise.resolve({ ok: false, reason: 'email_invalid' })
  const two = takesTwo(role)
  return db().$transaction(async (tx) => {
    const data = { id: crypto.randomUUID(), email, role, createdAt: now, disabledAt: two ? now : null }
    const { count } = await tx.user.createMany({ data, skipDuplicates: true })
    if (count === 0) return { ok: false, reason: 'there_already' }
    const subject = `staff:${data.id}`
    if (two) {
      const request = { verb: 'staff.invite', subject, detail: { role }, reason } as const
      return { ok: true, id: data.id, approval: await askApproval(tx, by, request, now) }
    }
    if (!(await mailStaffLink(tx, email, 'invitation', now))) return { ok: false, reason: 'mails_wait' }
    await record(tx, { by, verb: 'staff.invite', subject, detail: { role } }, now)
    return { ok: true, id: data.id, approval: null }
  })
}

/** A second person agrees: the link is mailed. */
export function agreeToInvitation(by: Staff, approvalId: string, now: Date): Promise<ActResult> {
  return carryOutOn(by, approvalId, 'staff.invite', now, async (tx, { id, email, role }, seen) => {
    if (role !== seen.role) return 'changed'
    const where = { id, role, disabledAt: { not: null } }
    if ((await tx.user.updateMany({ where, data: { disabledAt: null } })).count === 0) return 'changed'
    await mailStaffLink(tx, email, 'invitation', now)
    await record(tx, { by, verb: 'staff.invite', subject: `staff:${id}`, detail: { role } }, now)
    return null
  })
}

/** Mails another link to somebody who has not come yet. */
export function inviteAgain(by: Staff, id: string, now: Date): Promise<boolean> {
  authorise(by, 'staff.manage')
  return db().$transaction(async (tx) => {
    const colleague = await notYetCome(tx, id)
    if (!colleague || !(await mailStaffLink(tx, colleague.email, 'invitation', now))) return false
    const detail = { role: colleague.role }
    await record(tx, { by, verb: 'staff.invite', subject: `staff:${id}`, detail }, now)
    return true
  })
}

/** Whether an invitation to this role waits for a second person. */
function takesTwo(role: StaffRole): boolean {
  return role === 'owner' || role === 'moderator'
}

function notYetCome(tx: Prisma.TransactionClient, id: string) {
  return tx.user.findFirst({ where: { id, disabledAt: null, totpSince: null, passkeys: { none: {} } } })
}
