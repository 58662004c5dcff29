import { db } from '@/lib/db'
import { retentionDeadline } from '@/lib/petitions/retention-deadline'

/**
 * Deletes sheets and scans past their petition's retention deadline, like signatures
 * (lib/signatures/purge-signatures.ts). Approved sheets stay counted, as their leaves name nobody.
 * @returns how many
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
