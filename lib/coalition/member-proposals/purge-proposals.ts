import { db } from '@/lib/db'

/** Days for which a member sees what became of a proposal. */
const KEPT = 90

/** Deletes proposals that were decided on long ago, and those of members that left. @returns how many */
export async function purgeProposals(now: Date): Promise<number> {
  const oldest = new Date(now.getTime() - KEPT * 86_400_000)
  const { count } = await db().memberProposal.deleteMany({
    where: { OR: [{ decidedAt: { lt: oldest } }, { member: { leftOn: { lte: now } } }] },
  })
  return count
}
