import { db } from '@/lib/db'
import { type Refusal, takeApproval } from '@/lib/staff/approvals/take-approval'
import type { Verb } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import type { Prisma } from '@/prisma/generated/client'

/** What the first person asked, and about which petition. */
interface Agreed {
  id: string
  detail: Record<string, string>
}

/**
 * Takes a second person's agreement and does what was asked, in one transaction.
 * @param act whether it was done; if the petition has changed since it was asked, nothing is, and it still waits
 */
export async function whenAgreed(
  by: Staff,
  approvalId: string,
  verb: Verb,
  now: Date,
  act: (tx: Prisma.TransactionClient, agreed: Agreed) => Promise<boolean>,
): Promise<{ ok: true } | { ok: false; reason: Refusal }> {
  try {
    return await db().$transaction(async (tx) => {
      const taken = await takeApproval(tx, by, approvalId, verb, now)
      if (!taken.ok) return taken
      const { subject, detail } = taken.approval
      if (!(await act(tx, { id: subject.slice('petition:'.length), detail }))) throw new Overtaken()
      return { ok: true }
    })
  } catch (error) {
    if (error instanceof Overtaken) return { ok: false, reason: 'changed' }
    throw error
  }
}

class Overtaken extends Error {}
