import { db } from '@/lib/db'
import type { Prisma, User } from '@/prisma/generated/client'
import { lockPeople } from '../approvals/people'
import { requestApproval } from '../approvals/request-approval'
import { authorise } from '../authorise'
import type { ApprovableVerb } from '../roles'
import type { Staff } from '../staff'

export type AskResult =
  | { ok: true; approval: string }
  | { ok: false; reason: 'unknown' | 'changed' | 'waits' | 'nobody_left' | 'asked_before' }

interface Question {
  verb: ApprovableVerb
  reason: string
  /** What the second person is shown; null where it no longer makes sense. */
  see: (colleague: User) => Record<string, string> | null
  /** What else speaks against it. */
  refuse?: (tx: Prisma.TransactionClient) => Promise<'nobody_left' | 'asked_before' | null>
}

/** An owner asks a second person to agree to something about a member of staff. */
export async function requestStaffChange(
  by: Staff,
  id: string,
  { verb, reason, see, refuse }: Question,
  now: Date,
): Promise<AskResult> {
  authorise(by, 'staff.manage')
  return db().$transaction(async (tx) => {
    // Whoever agrees to something at this moment is waited for, or waits: two who ask about each other take turns.
    const people = await lockPeople(tx, [by.id, id], 'change', now)
    const me = people.find((one) => one.id === by.id)
    if (me?.role !== 'owner' || me.disabled || me.frozen) return { ok: false, reason: 'changed' }
    const colleague = await tx.user.findUnique({ where: { id } })
    if (!colleague) return { ok: false, reason: 'unknown' }
    const detail = see(colleague)
    if (!detail) return { ok: false, reason: 'changed' }
    const against = await refuse?.(tx)
    if (against) return { ok: false, reason: against }
    const approval = await requestApproval(tx, by, { verb, subject: `staff:${id}`, detail, reason }, now)
    return approval ? { ok: true, approval } : { ok: false, reason: 'waits' }
  })
}
