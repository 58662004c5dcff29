import type { Prisma } from '@/prisma/generated/client'
import type { Changed } from './change-state'

/** Why staff bring signatures into the count: held ones were looked at; removed ones were removed by mistake. */
type ReleaseReason = 'reviewed' | 'restored'

/**
 * Adds what staff bring into the count to the public correction log, in the transaction that does it: by day, reason and
 * number of people, so that no line is of one person's making. What was in the count all along, or has yet to be
 * confirmed, is none.
 */
export async function logRelease(
  tx: Prisma.TransactionClient,
  petitionId: string,
  changed: Changed[],
  { reason, approvals }: { reason: ReleaseReason; approvals: number },
  now: Date,
): Promise<void> {
  const signatures = changed.filter(({ state }) => state === 'confirmed').length
  if (signatures === 0) return
  const day = now.toISOString().slice(0, 10)
  await tx.$executeRaw`
    INSERT INTO ledger_release AS before (petition_id, day, reason, approvals, signatures)
    VALUES (${petitionId}::uuid, ${day}::date, ${reason}, ${approvals}::smallint, ${signatures})
    ON CONFLICT (petition_id, day, reason, approvals) DO UPDATE SET signatures = before.signatures + excluded.signatures`
}
