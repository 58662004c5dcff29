import { db } from '@/lib/db'
import type { User } from '@/prisma/generated/client'
import { askApproval } from '../approvals/ask-approval'
import { authorise } from '../authorise'
import type { Verb } from '../roles'
import type { Staff } from '../staff'

export type AskResult = { ok: true; approval: string } | { ok: false; reason: 'unknown' | 'changed' | 'waits' }

/**
 * An owner asks a second person to agree to something about a member of staff.
 * @param see what the second person is shown; null where it no longer makes sense
 */
export async function askAbout(
  by: Staff,
  id: string,
  verb: Verb,
  reason: string,
  see: (colleague: User) => Record<string, string> | null,
  now: Date,
): Promise<AskResult> {
  authorise(by, 'staff.manage')
  return db().$transaction(async (tx) => {
    const colleague = await tx.user.findUnique({ where: { id } })
    if (!colleague) return { ok: false, reason: 'unknown' }
    const detail = see(colleague)
    if (!detail) return { ok: false, reason: 'changed' }
    const approval = await askApproval(tx, by, { verb, subject: `staff:${id}`, detail, reason }, now)
    return approval ? { ok: true, approval } : { ok: false, reason: 'waits' }
  })
}
