import { db } from '@/lib/db'
import { dataClock } from '@/lib/petitions/data-clock'

/**
 * Deletes sheets and scans of petitions whose time is over, as their signatures (lib/signatures/lapse.ts). What was
 * approved stays counted: its entry names nobody. @returns how many
 */
export async function lapseSheets(now: Date): Promise<number> {
  const petitions = await db().petition.findMany({ where: { openedAt: { not: null } } })
  const over = petitions.filter((petition) => {
    const end = dataClock(petition)
    return end !== null && end <= now
  })
  const { count } = await db().paperSheet.deleteMany({ where: { petitionId: { in: over.map(({ id }) => id) } } })
  return count
}
