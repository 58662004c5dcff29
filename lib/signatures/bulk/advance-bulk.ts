import { db } from '@/lib/db'
import { countStep, Stale } from './count-step'
import { WAITS_FOR } from './decide-bulk'
import { runStep } from './run-step'

/**
 * One step of the oldest act that is being counted or done.
 * @returns false where there is none, or another worker is at it
 */
export async function advanceBulk(now: Date): Promise<boolean> {
  const oldest = new Date(now.getTime() - WAITS_FOR)
  await db().bulkAct.updateMany({
    where: { stage: { in: ['ready', 'waiting'] }, askedAt: { lt: oldest } },
    data: { stage: 'expired', endedAt: now },
  })
  const act = await db().bulkAct.findFirst({
    where: { stage: { in: ['counting', 'running'] } },
    orderBy: { askedAt: 'asc' },
  })
  if (!act) return false
  try {
    await (act.stage === 'counting' ? countStep(act, now) : runStep(act, now))
  } catch (error) {
    if (error instanceof Stale) return false
    throw error
  }
  return true
}
