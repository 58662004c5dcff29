import { db } from '@/lib/db'

/**
 * Deletes claims that no longer hold; decisions that have yet to take effect stay. One that was left held and is not held
 * any more is forgotten, so that it is reviewed again if it is ever held again.
 */
export async function purgeClaims(now: Date): Promise<void> {
  await db().reviewClaim.deleteMany({ where: { expiresAt: { lt: now }, dueAt: null } })
  await db().reviewClaim.deleteMany({ where: { verdict: 'leave', signature: { state: { not: 'held' } } } })
}
