import { db } from '@/lib/db'

/**
 * Deletes expired claims, except decisions that are not executed yet. Claims of signatures that were left held and no
 * longer are go too, so that these are reviewed again if they are held again.
 */
export async function purgeClaims(now: Date): Promise<void> {
  await db().reviewClaim.deleteMany({ where: { expiresAt: { lt: now }, dueAt: null } })
  await db().reviewClaim.deleteMany({ where: { verdict: 'leave', signature: { state: { not: 'held' } } } })
}
