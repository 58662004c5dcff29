import { db } from '@/lib/db'
import type { Prisma, User } from '@/prisma/generated/client'
import { lockPeople } from '../approvals/people'
import { audit } from '../audit/audit'
import { authorise } from '../authorise'
import { mayApproveAnything } from '../roles'
import type { Staff } from '../staff'
import { refuseFreeze } from './refuse-freeze'
import { type AskResult, requestStaffChange } from './request-staff-change'
import { shutOut } from './shut-out'
import { type ActRefusal, onColleague } from './update-staff-member'

/** Shuts somebody out who could never agree to anything: at once, in the same moment as all their sessions end. */
export function disable(
  by: Staff,
  id: string,
  seen: string,
  reason: string,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: ActRefusal }> {
  authorise(by, 'staff.manage')
  return db().$transaction(async (tx) => {
    await lockPeople(tx, [id], 'change', now)
    const colleague = await tx.user.findUnique({ where: { id } })
    if (!colleague) return { ok: false, reason: 'unknown' }
    if (colleague.role !== seen || mayApproveAnything(colleague.role)) return { ok: false, reason: 'changed' }
    const refusal = await shut(tx, by, colleague, reason, now)
    return refusal ? { ok: false, reason: refusal } : { ok: true }
  })
}

/**
 * Asks a second person to shut somebody out. From this moment on they can do nothing (`isFrozen`), until it is agreed to,
 * refused, taken back, or void after a day.
 * @returns `nobody_left` where nobody could agree or refuse any more: then only the server's command line shuts out
 */
export function requestDisable(by: Staff, id: string, reason: string, now: Date): Promise<AskResult> {
  const see = ({ role, disabledAt }: User) => (disabledAt || !mayApproveAnything(role) ? null : { role })
  const refuse = (tx: Prisma.TransactionClient) => refuseFreeze(tx, by.id, id, now)
  return requestStaffChange(by, id, { verb: 'staff.disable', reason, see, refuse }, now)
}

/** A second person agrees. */
export const executeDisable = onColleague((tx, colleague, { by }, now) => shut(tx, by, colleague, '', now))

/** Shuts somebody out, in a transaction that has their row. */
export async function shut(
  tx: Prisma.TransactionClient,
  by: Staff | null,
  { id, email, role }: User,
  reason: string,
  now: Date,
): Promise<'changed' | null> {
  const { count } = await tx.user.updateMany({ where: { id, role, disabledAt: null }, data: { disabledAt: now } })
  if (count === 0) return 'changed'
  const sessions = await shutOut(tx, { id, email }, now)
  const detail = { role, sessions, ...(reason ? { reason } : {}) }
  await audit(tx, { by, verb: 'staff.disable', subject: `staff:${id}`, detail }, now)
  return null
}
