import { db } from '@/lib/db'

export type DecideResult = { ok: true } | { ok: false; reason: 'application_unknown' | 'not_confirmed' }

/** Staff accept or decline a confirmed application. To make a member of it is a step of its own. */
export async function decideApplication(
  id: string,
  decision: 'accepted' | 'declined',
  staffId: string,
  now: Date,
): Promise<DecideResult> {
  const { count } = await db().application.updateMany({
    where: { id, state: 'confirmed' },
    data: { state: decision, decidedAt: now, decidedBy: staffId },
  })
  if (count === 1) return { ok: true }
  const known = await db().application.count({ where: { id } })
  return { ok: false, reason: known ? 'not_confirmed' : 'application_unknown' }
}
