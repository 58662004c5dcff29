import { db } from '@/lib/db'
import { retentionDeadline } from '@/lib/petitions/retention-deadline'

/**
 * Deletes sheets and scans of petitions whose time is over, as their signatures (lib/signatures/purge-signatures.ts). What was
 * approved stays counted: its entry names nobody. @returns how many
 */
export async function purgeSheets(now: Date): Promise<number> {
  const petitions = await db().petition.findMany({ where: { openedAt: { not: null } } })
  const over = petitions.filter((petition) => {
    const end = retentionDeadline(petition)
    return end !== null && end <= now
  })
  const { count } = await db().paperSheet.deleteMany({ where: { petitionId: { in: over.map(({ id }) => id) } } })
  return count
}
