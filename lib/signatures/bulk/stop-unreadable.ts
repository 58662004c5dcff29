import { db } from '@/lib/db'
import { record } from '@/lib/staff/audit/record'

/** Ends an act whose rule cannot be read any more, before it has found anything: somebody asks anew. */
export async function stopUnreadable(id: string, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.bulkAct.updateMany({
      where: { id, stage: 'counting' },
      data: { stage: 'cancelled', endedAt: now },
    })
    const detail = { stage: 'cancelled', rule: 'cannot be read any more' }
    if (count === 1) await record(tx, { by: null, verb: 'bulk.decide', subject: `bulk:${id}`, detail }, now)
  })
}
