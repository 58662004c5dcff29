import { db } from '@/lib/db'
import { audit } from '@/lib/staff/audit/audit'

/** Ends an act whose rule cannot be read any more, before it has found anything: somebody asks anew. */
export async function stopUnreadable(id: string, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.bulkAction.updateMany({
      where: { id, stage: 'counting' },
      data: { stage: 'cancelled', endedAt: now },
    })
    const detail = { stage: 'cancelled', rule: 'cannot be read any more' }
    if (count === 1) await audit(tx, { by: null, verb: 'bulk.decide', subject: `bulk:${id}`, detail }, now)
  })
}
