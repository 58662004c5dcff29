import { db } from '@/lib/db'
import { lastMoment } from '@/lib/staff/approvals/approval-expiry'
import { isAnyFrozen } from '@/lib/staff/approvals/people'
import { countStep, Stale } from './count-step'
import { runStep } from './run-step'

/**
 * Expires old bulk actions, and takes one step of the oldest that is being counted or run.
 * @returns false if there is none, or another worker is processing it
 */
export async function advanceBulkActions(now: Date): Promise<boolean> {
  await db().bulkAction.updateMany({
    where: { stage: { in: ['ready', 'waiting'] }, askedAt: { lt: lastMoment(now) } },
    data: { stage: 'expired', endedAt: now },
  })
  const action = await nextAction(now)
  if (!action) return false
  try {
    await (action.stage === 'counting' ? countStep(action, now) : runStep(action, now))
  } catch (error) {
    if (error instanceof Stale) return false
    throw error
  }
  return true
}

/** The oldest unfinished one; those that a frozen person requested or approved are suspended. */
async function nextAction(now: Date) {
  const actions = await db().bulkAction.findMany({
    where: { stage: { in: ['counting', 'running'] }, OR: [{ startsAt: null }, { startsAt: { lte: now } }] },
    orderBy: { askedAt: 'asc' },
  })
  for (const action of actions) if (!(await isAnyFrozen(db(), [action.askedBy, action.approvedBy], now))) return action
  return null
}
