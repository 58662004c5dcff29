import { db } from '@/lib/db'
import { audit } from '../audit/audit'
import { authorise } from '../authorise'
import type { Staff } from '../staff'

import { lockPeople } from './people'
import { isActive } from './second-person'

/** Stops what two people agreed to, before its delay is over. Anyone of the staff may: a mistake costs asking anew. */
export function stopApproval(
  by: Staff,
  id: string,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: 'changed' }> {
  authorise(by, 'approval.stop')
  return db().$transaction(async (tx) => {
    if (!isActive(await lockPeople(tx, [by.id], 'keep', now), by.id, 'approval.stop'))
      return { ok: false, reason: 'changed' }
    const [stopped] = await tx.approval.updateManyAndReturn({
      where: { id, dueAt: { not: null }, doneAt: null, stoppedAt: null },
      data: { stoppedAt: now, stoppedBy: by.id },
    })
    if (!stopped) return { ok: false, reason: 'changed' }
    const { subject, verb } = stopped
    await audit(tx, { by, verb: 'approval.stop', subject, detail: { approval: id, for: verb } }, now)
    return { ok: true }
  })
}
