import { db } from '@/lib/db'
import { retentionDeadline } from '@/lib/petitions/retention-deadline'

/** How long the names of a delivery can be downloaded, in ms: a week. */
export const NAMES_FOR = 7 * 86_400_000

/** Prisma condition for files that can still be downloaded. */
export function fetchable(now: Date) {
  return { file: { not: null }, madeAt: { gt: new Date(now.getTime() - NAMES_FOR) } } as const
}

/**
 * Deletes the names of deliveries a week after they were made, or together with the personal data of their petition.
 * @returns how many files
 */
export async function purgeNames(now: Date): Promise<number> {
  const left = await db().deliveryNames.findMany({
    where: { file: { not: null } },
    select: { deliveryId: true, madeAt: true, delivery: { select: { petition: true } } },
  })
  const over = left.filter(({ madeAt, delivery }) => {
    const end = retentionDeadline(delivery.petition)
    return !madeAt || now.getTime() >= madeAt.getTime() + NAMES_FOR || (end !== null && end <= now)
  })
  const where = { deliveryId: { in: over.map(({ deliveryId }) => deliveryId) }, file: { not: null } }
  return (await db().deliveryNames.updateMany({ where, data: { file: null, marks: [], shown: [] } })).count
}
