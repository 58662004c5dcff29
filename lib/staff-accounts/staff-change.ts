import type { ApprovedRequest, TwoPersonAct } from '@/lib/staff/approvals/act'
import { lockPeople } from '@/lib/staff/approvals/people'
import { requestApproval } from '@/lib/staff/approvals/request-approval'
import type { ApprovableVerb } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import type { Prisma, User } from '@/prisma/generated/client'

type Tx = Prisma.TransactionClient

export type StaffChangeResult =
  | { ok: true; approval: string }
  | { ok: false; reason: 'unknown' | 'changed' | 'waits' | 'nobody_left' | 'asked_before' }

interface StaffChange {
  verb: ApprovableVerb
  reason: string
  /** The details shown to the second person; null where the change no longer makes sense. */
  show: (person: User) => Record<string, string> | null
  /** Other reasons against it. */
  refuse?: (tx: Tx) => Promise<'nobody_left' | 'asked_before' | null>
}

/** An owner requests approval for a change to a member of staff. */
export function requestStaffChange(
  by: Staff,
  id: string,
  { verb, reason, show, refuse }: StaffChange,
  now: Date,
): Promise<StaffChangeResult> {
  return staffWrite<StaffChangeResult>(by, 'staff.manage', now, async ({ tx }) => {
    // Waits for approvals in progress, or they wait: two who request changes to each other take turns.
    const people = await lockPeople(tx, [by.id, id], 'change', now)
    const me = people.find((one) => one.id === by.id)
    if (me?.role !== 'owner' || me.disabled || me.frozen) return { ok: false, reason: 'changed' }
    const person = await tx.user.findUnique({ where: { id } })
    if (!person) return { ok: false, reason: 'unknown' }
    const detail = show(person)
    if (!detail) return { ok: false, reason: 'changed' }
    const refusal = await refuse?.(tx)
    if (refusal) return { ok: false, reason: refusal }
    const approval = await requestApproval(tx, by, { verb, subject: `staff:${id}`, detail, reason }, now)
    return approval ? { ok: true, approval } : { ok: false, reason: 'waits' }
  })
}

export type ExecuteRefusal = 'unknown' | 'changed' | 'last_owner'

/**
 * A two-person act on a third. Whatever could remove an owner is serialised by the owners' rows, which are locked by
 * then (`lockPeople`): two owners who demote each other at once leave one.
 * @param execute gives the reason why it is refused; then everything is rolled back
 */
export function onStaffMember(
  execute: (tx: Tx, person: User, agreed: ApprovedRequest, now: Date) => Promise<ExecuteRefusal | null>,
): TwoPersonAct {
  return {
    changesStaff: true,
    async execute(tx, agreed, now) {
      const person = await tx.user.findUnique({ where: { id: agreed.key } })
      if (!person) return 'unknown'
      const before = await countOwners(tx)
      const refusal = await execute(tx, person, agreed, now)
      return refusal ?? (before > 0 && (await countOwners(tx)) === 0 ? 'last_owner' : null)
    },
  }
}

/** Owners who can sign in. One who never set up a second factor could not. */
function countOwners(tx: Tx): Promise<number> {
  const enrolled = { OR: [{ totpSince: { not: null } }, { passkeys: { some: {} } }] }
  return tx.user.count({ where: { role: 'owner', disabledAt: null, ...enrolled } })
}
