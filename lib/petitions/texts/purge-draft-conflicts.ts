import { db } from '@/lib/db'

/** Days for which a draft conflict is kept for its author. */
const ASIDE_DAYS = 30

/** Deletes draft conflicts that were not resolved in that time. */
export async function purgeDraftConflicts(now: Date): Promise<void> {
  const before = new Date(now.getTime() - ASIDE_DAYS * 86_400_000)
  await db().draftConflict.deleteMany({ where: { createdAt: { lt: before } } })
}
