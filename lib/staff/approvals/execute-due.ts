import { db } from '@/lib/db'
import type { Approval } from '@/prisma/generated/client'
import { audit } from '../audit/audit'
import { approvableFrom } from '../roles'
import { agreedOf, NotDone, type TwoPersonActs } from './act'
import { lockPeople } from './people'
import { needsOf, refuseSecond } from './second-person'

/**
 * Does what two people agreed to and whose delay is over, each in one transaction: once with any number of workers, and
 * wholly or not at all where one is killed half-way. Whoever asked or agreed must still be allowed to; where not, or
 * where it is no longer what was agreed to, it is stopped for good.
 * @returns how many were done
 */
export async function executeDueWith(acts: TwoPersonActs, now: Date): Promise<number> {
  const due = await db().approval.findMany({
    where: { dueAt: { lte: now }, doneAt: null, stoppedAt: null },
    orderBy: { dueAt: 'asc' },
  })
  let done = 0
  let failure: unknown
  for (const approval of due) {
    try {
      if (await carryOut(acts, approval, now)) done += 1
    } catch (error) {
      // One that fails keeps no other from its time.
      failure = error
    }
  }
  if (failure) throw failure
  return done
}

async function carryOut(acts: TwoPersonActs, approval: Approval, now: Date): Promise<boolean> {
  try {
    return await attempt(acts, approval, now)
  } catch (error) {
    if (!(error instanceof NotDone)) throw error
    await giveUp(approval, error.reason, now)
    return false
  }
}

function attempt(acts: TwoPersonActs, approval: Approval, now: Date): Promise<boolean> {
  const { id, askedBy, decidedBy, verb: name, subject } = approval
  return db().$transaction(async (tx) => {
    const verb = approvableFrom(name)
    if (!verb || !decidedBy) throw new NotDone('unknown')
    const act = acts[verb]
    const people = await lockPeople(tx, [askedBy, decidedBy], act.changesStaff ? 'change' : 'keep', now)
    const agreed = agreedOf(approval, decidedBy, null)
    await act.lock?.(tx, agreed)
    const { count } = await tx.approval.updateMany({
      where: { id, dueAt: { lte: now }, doneAt: null, stoppedAt: null },
      data: { doneAt: now },
    })
    // Stopped in the last moment, or done by another worker.
    if (count === 0) return false
    const refusal = await refuseSecond(tx, approval, decidedBy, needsOf(verb), people, now)
    const failed = refusal ?? (await act.execute(tx, agreed, now))
    if (failed) throw new NotDone(failed)
    await audit(tx, { by: null, verb: 'approval.carry_out', subject, detail: { approval: id, for: verb } }, now)
    return true
  })
}

function giveUp({ id, subject, verb }: Approval, why: string, now: Date): Promise<void> {
  return db().$transaction(async (tx) => {
    const where = { id, doneAt: null, stoppedAt: null }
    const { count } = await tx.approval.updateMany({ where, data: { stoppedAt: now } })
    if (count === 0) return
    await audit(tx, { by: null, verb: 'approval.void', subject, detail: { approval: id, for: verb, why } }, now)
  })
}
