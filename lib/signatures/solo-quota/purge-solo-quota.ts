import { db } from '@/lib/db'

/** Deletes reservations that no longer count; the audit log keeps each action. */
export async function purgeSoloQuota(now: Date): Promise<number> {
  const dayAgo = new Date(now.getTime() - 86_400_000)
  return (await db().soloQuota.deleteMany({ where: { takenAt: { lte: dayAgo } } })).count
}
