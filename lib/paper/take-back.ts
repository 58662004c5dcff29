import { dayOf } from '@/lib/petitions/as-of'
import type { PaperSheet, Prisma } from '@/prisma/generated/client'

/**
 * Takes an approved sheet back: out of the ledger by a public correction, or, where the appender has not come to it
 * yet, out of its queue. The scan may be entered again.
 * @param approvals how many people agreed to it
 */
export async function takeBack(
  tx: Prisma.TransactionClient,
  { id, petitionId, record }: PaperSheet,
  approvals: number,
  now: Date,
): Promise<void> {
  if (!record) throw new Error('only an approved sheet is taken back')
  // An appender that is entering it at this moment is waited for.
  await tx.$queryRaw`SELECT 1 FROM paper_entry WHERE petition_id = ${petitionId}::uuid AND record = ${record} FOR UPDATE`
  const where = { petitionId_record: { petitionId, record } }
  const { leafIndex } = await tx.paperEntry.findUniqueOrThrow({ where })
  if (leafIndex === null) await tx.paperEntry.delete({ where })
  else {
    const reason = 'paper_correction'
    await tx.retraction.create({
      data: { petitionId, leafIndex, reason, decision: id, approvals, requestedAt: dayOf(now) },
    })
  }
  await tx.paperSheet.update({ where: { id }, data: { state: 'withdrawn', withdrawnAt: now, scanIndex: null } })
}
