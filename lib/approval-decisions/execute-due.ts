import { db } from '@/lib/db'
import { approvedRequest, type TwoPersonActs } from '@/lib/staff/approvals/act'
import { lockPeople } from '@/lib/staff/approvals/people'
import { needsOf, refuseSecond } from '@/lib/staff/approvals/second-person'
import { audit } from '@/lib/staff/audit/audit'
import { approvableFrom } from '@/lib/staff/roles'
import { transact } from '@/lib/transaction'
import type { Approval } from '@/prisma/generated/client'
import { executors } from './executors'

/**
 * Executes approved acts whose delay is over, each in one transaction: once with any number of workers, and wholly or
 * not at all if one is killed half-way. Both people must still be authorised; if one is not, or if it is no longer what
 * was approved, the act is stopped for good.
 * @returns how many were executed
 */
export async function executeDueApprovals(now: Date, acts: TwoPersonActs = executors): Promise<number> {
  const due = await db().approval.findMany({
    where: { dueAt: { lte: now }, doneAt: null, stoppedAt: null },
    orderBy: { dueAt: 'asc' },
  })
  let done = 0
  let failure: unknown
  for (const approval of due) {
    try {
      const result = await execute(acts, approval, now)
      if (result.ok) done += 1
      else if (result.reason) await abandon(approval, result.reason, now)
    } catch (error) {
      // One that fails does not delay the others.
      failure = error
    }
  }
  if (failure) throw failure
  return done
}

/** @returns `reason`: why it can never be executed; null where somebody stopped it, or another worker executed it */
type Executed = { ok: true } | { ok: false; reason: string | null }

function execute(acts: TwoPersonActs, approval: Approval, now: Date): Promise<Executed> {
  const { id, askedBy, decidedBy, subject } = approval
  return transact<Executed>(async (tx) => {
    const verb = approvableFrom(approval.verb)
    if (!verb || !decidedBy) return { ok: false, reason: 'unknown' }
    const act = acts[verb]
    const people = await lockPeople(tx, [askedBy, decidedBy], act.changesStaff ? 'change' : 'keep', now)
    const agreed = approvedRequest(approval, decidedBy, null)
    await act.lock?.(tx, agreed)
    const { count } = await tx.approval.updateMany({
      where: { id, dueAt: { lte: now }, doneAt: null, stoppedAt: null },
      data: { doneAt: now },
    })
    if (count === 0) return { ok: false, reason: null }
    const refusal = await refuseSecond(tx, approval, decidedBy, needsOf(verb), people, now)
    const failed = refusal ?? (await act.execute(tx, agreed, now))
    if (failed) return { ok: false, reason: failed }
    await audit(tx, { by: null, verb: 'approval.carry_out', subject, detail: { approval: id, for: verb } }, now)
    return { ok: true }
  })
}

function abandon({ id, subject, verb }: Approval, why: string, now: Date): Promise<void> {
  return transact(async (tx) => {
    const where = { id, doneAt: null, stoppedAt: null }
    const { count } = await tx.approval.updateMany({ where, data: { stoppedAt: now } })
    if (count === 0) return
    await audit(tx, { by: null, verb: 'approval.void', subject, detail: { approval: id, for: verb, why } }, now)
  })
}
