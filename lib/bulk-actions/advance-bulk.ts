import { db } from '@/lib/db'
import { anyFrozen } from '@/lib/staff/approvals/people'
import { countStep, Stale } from './count-step'
import { APPROVAL_EXPIRY } from './decide-bulk'
import { runStep } from './run-step'

/**
 * One step of the oldest act that is being counted or done.
 * @returns false where there is none, or another worker is at it
 */
export async function advanceBulkActions(now: Date): Promise<boolean> {
  const oldest = new Date(now.getTime() - APPROVAL_EXPIRY)
  await db().bulkAction.updateMany({
    where: { stage: { in: ['ready', 'waiting'] }, askedAt: { lt: oldest } },
    data: { stage: 'expired', endedAt: now },
  })
  const act = await nextAct(now)
  if (!act) return false
  try {
    await (act.stage === 'counting' ? countStep(act, now) : runStep(act, now))
  } catch (error) {
    if (error instanceof Stale) return false
    throw error
  }
  return true
}

/** The oldest; what somebody asked for or agreed to who is frozen rests until it is decided. */
async function nextAct(now: Date) {
  const acts = await db().bulkAction.findMany({
    where: { stage: { in: ['counting', 'running'] } },
    orderBy: { askedAt: 'asc' },
  })
  for (const act of acts) if (!(await anyFrozen(db(), [act.askedBy, act.approvedBy], now))) return act
  return null
}
