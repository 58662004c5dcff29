import { dayOf } from '@/lib/petitions/as-of'
import type { Prisma } from '@/prisma/generated/client'
import type { Changed } from './change-state'

/** Why staff take a signature out of the count; codes of the public ledger (lib/ledger/leaf.ts). */
export const removalReasons = ['fraud', 'duplicate'] as const
export type RemovalReason = (typeof removalReasons)[number]

/** Asks the appender to take counted signatures back: one public line for all of a decision. */
export async function retract(
  tx: Prisma.TransactionClient,
  petitionId: string,
  removed: Changed[],
  { reason, decision, approvals }: { reason: string; decision: string; approvals: number },
  now: Date,
): Promise<void> {
  const data = removed.flatMap(({ leafIndex, country }) =>
    leafIndex === null
      ? []
      : [{ petitionId, leafIndex, reason, decision, approvals, country, requestedAt: dayOf(now), rule: 0 }],
  )
  await tx.retraction.createMany({ data, skipDuplicates: true })
}
