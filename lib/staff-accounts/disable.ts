import { db } from '@/lib/db'
import { canonicalEmail } from '@/lib/input/canonical-email'
import { listBound } from '@/lib/staff/approvals/bound'
import { isFrozen, lockPeople } from '@/lib/staff/approvals/people'
import { audit } from '@/lib/staff/audit/audit'
import { canApprove, rolesOf } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { transact } from '@/lib/transaction'
import type { Prisma, User } from '@/prisma/generated/client'
import type { StaffRole } from '@/prisma/generated/enums'
import { revokeAccess } from './end-requests'
import { type ExecuteRefusal, onStaffMember, requestStaffChange, type StaffChangeResult } from './staff-change'
import { tellRole } from './tell-role'

type Tx = Prisma.TransactionClient

const DAY = 86_400_000

/** Somebody whose request to disable a person was not approved may request it again after this time, in ms. */
const REQUEST_AGAIN_AFTER = 7 * DAY

type DisableResult = { ok: true } | { ok: false; reason: ExecuteRefusal }

/** Disables somebody who could never approve anything: at once, together with all their sessions. */
export function disable(by: Staff, id: string, expected: string, reason: string, now: Date): Promise<DisableResult> {
  return staffWrite<DisableResult>(by, 'staff.manage', now, async ({ tx }) => {
    await lockPeople(tx, [id], 'change', now)
    const person = await tx.user.findUnique({ where: { id } })
    if (!person) return { ok: false, reason: 'unknown' }
    if (person.role !== expected || canApprove(person.role)) return { ok: false, reason: 'changed' }
    const refusal = await disableUser(tx, by, person, reason, now)
    return refusal ? { ok: false, reason: refusal } : { ok: true }
  })
}

/**
 * Requests approval to disable somebody. From this moment on they can do nothing (`isFrozen`), until it is approved,
 * refused or withdrawn, or expires after a day.
 * @returns `nobody_left` where nobody could approve or refuse it any more: then only the server's command line disables
 */
export function requestDisable(by: Staff, id: string, reason: string, now: Date): Promise<StaffChangeResult> {
  const show = ({ role, disabledAt }: User) => (disabledAt || !canApprove(role) ? null : { role })
  const refuse = (tx: Tx) => refuseFreeze(tx, by.id, id, now)
  return requestStaffChange(by, id, { verb: 'staff.disable', reason, show, refuse }, now)
}

export const executeDisable = onStaffMember((tx, person, { by }, now) => disableUser(tx, by, person, '', now))

export type ServerDisableResult = { ok: true } | { ok: false; reason: 'unknown' | 'already' }

/**
 * Disables somebody from the server's command line: alone, at once, whoever they are, even the last owner. For when
 * nobody on the staff could approve it. All that they requested or approved ends with it.
 */
export async function disableFromServer(typed: string, now: Date): Promise<ServerDisableResult> {
  const email = canonicalEmail(typed)?.canonical ?? typed
  const found = await db().user.findUnique({ where: { email } })
  if (!found) return { ok: false, reason: 'unknown' }
  return transact<ServerDisableResult>(async (tx) => {
    await lockPeople(tx, [found.id], 'change', now)
    const person = await tx.user.findUniqueOrThrow({ where: { id: found.id } })
    const refusal = await disableUser(tx, null, person, "from the server's command line", now)
    return refusal ? { ok: false, reason: 'already' } : { ok: true }
  })
}

async function disableUser(
  tx: Tx,
  by: Staff | null,
  { id, email, role, disabledAt }: User,
  reason: string,
  now: Date,
): Promise<'changed' | null> {
  // Their row was locked before it was read (`lockPeople`).
  if (disabledAt) return 'changed'
  // Before, as nothing is queued for people who are disabled.
  await tellRole(tx, id, null, now)
  await tx.user.update({ where: { id }, data: { disabledAt: now } })
  const sessions = await revokeAccess(tx, { id, email }, now)
  const detail = { role, sessions, ...(reason ? { reason } : {}) }
  await audit(tx, { by, verb: 'staff.disable', subject: `staff:${id}`, detail }, now)
  return null
}

/**
 * Why a request to disable somebody is refused. It freezes them, so nobody may freeze everybody who could decide, nor
 * the same person day after day.
 */
async function refuseFreeze(
  tx: Tx,
  by: string,
  about: string,
  now: Date,
): Promise<'nobody_left' | 'asked_before' | null> {
  const since = new Date(now.getTime() - REQUEST_AGAIN_AFTER)
  const same = { verb: 'staff.disable', subject: `staff:${about}`, askedBy: by }
  // A request that is still pending is reported by `requestApproval`.
  const before = await tx.approval.findFirst({ where: { ...same, askedAt: { gt: since } } })
  if (before && (before.refusedAt || now.getTime() - before.askedAt.getTime() >= DAY)) return 'asked_before'
  const roles: StaffRole[] = rolesOf('staff.disable')
  const [left] = await tx.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM staff s
    WHERE s.disabled_at IS NULL AND s.role = ANY(${roles}::staff_role[]) AND NOT ${isFrozen(now)}
      AND (s.totp_since IS NOT NULL OR EXISTS (SELECT FROM staff_passkey k WHERE k.user_id = s.id))
      AND s.id::text <> ALL(${[by, about, ...(await listBound(tx, by, now))]})`
  return left?.n ? null : 'nobody_left'
}
