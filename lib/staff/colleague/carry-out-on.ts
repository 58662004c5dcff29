import { db } from '@/lib/db'
import type { Prisma, User } from '@/prisma/generated/client'
import { takeApproval } from '../approvals/take-approval'
import { authorise } from '../authorise'
import type { Verb } from '../roles'
import type { Staff } from '../staff'
import { type ActRefusal, type ActResult, actOnColleague } from './act-on-colleague'

/**
 * What two people agreed on about a third. Nobody agrees to what is asked about themselves: with one stolen owner and
 * a moderator of theirs, nobody makes that moderator an owner.
 */
export async function carryOutOn(
  by: Staff,
  approvalId: string,
  verb: Verb,
  now: Date,
  act: (tx: Prisma.TransactionClient, colleague: User, detail: Record<string, string>) => Promise<ActRefusal | null>,
): Promise<ActResult> {
  authorise(by, verb)
  const asked = await db().approval.findUnique({ where: { id: approvalId } })
  const id = asked?.subject.replace(/^staff:/, '') ?? ''
  if (id === by.id) return { ok: false, reason: 'own' }
  return actOnColleague(id, async (tx, colleague) => {
    const taken = await takeApproval(tx, by, approvalId, verb, now)
    return taken.ok ? act(tx, colleague, taken.approval.detail) : taken.reason
  })
}
