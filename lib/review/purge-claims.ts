import { db } from '@/lib/db'

/** Deletes claims that no longer hold; decisions that have yet to take effect stay. */
export async function purgeClaims(now: Date): Promise<void> {
  await db().reviewClaim.deleteMany({ where: { expiresAt: { lt: now }, dueAt: null } })
}
