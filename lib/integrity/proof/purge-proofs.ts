import { db } from '@/lib/db'

/** Deletes the marks of spent challenges that have expired. */
export async function purgeProofs(now: Date): Promise<number> {
  return (await db().spentProof.deleteMany({ where: { expiresAt: { lte: now } } })).count
}
