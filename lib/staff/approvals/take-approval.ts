import type { Prisma } from '@/prisma/generated/client'
import { record } from '../audit/record'
import { authorise } from '../authorise'
import type { Verb } from '../roles'
import type { Staff } from '../staff'
import { lastMoment } from './waits-for'

export type Refusal = 'unknown' | 'own' | 'changed'

export type TakeResult =
  | { ok: true; approval: { id: string; subject: string; detail: Record<string, string>; askedBy: string } }
  | { ok: false; reason: Refusal }

/**
 * A second person agrees. What was agreed to is done by the caller, in the same transaction: both, or neither, and
 * once, however many agree at the same moment.
 * @returns `own` for who asked, `changed` where it was decided or has lapsed
 */
export async function takeApproval(
  tx: Prisma.TransactionClient,
  by: Staff,
  id: string,
  verb: Verb,
  now: Date,
): Promise<TakeResult> {
  authorise(by, verb)
  const [taken] = await tx.approval.updateManyAndReturn({
    where: { id, verb, askedBy: { not: by.id }, approvedAt: null, refusedAt: null, askedAt: { gt: lastMoment(now) } },
    data: { decidedBy: by.id, approvedAt: now },
  })
  if (!taken) {
    const found = await tx.approval.findUnique({ where: { id, verb } })
    if (!found) return { ok: false, reason: 'unknown' }
    return { ok: false, reason: found.askedBy === by.id ? 'own' : 'changed' }
  }
  const { subject, askedBy } = taken
  const detail = JSON.parse(taken.detail) as Record<string, string>
  await record(tx, { by, verb: 'approval.agree', subject, detail: { approval: id, for: verb, ...detail } }, now)
  return { ok: true, approval: { id, subject, detail, askedBy } }
}
