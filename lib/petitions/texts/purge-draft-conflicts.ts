import { db } from '@/lib/db'

/** Days for which a text that was set aside waits for the one who wrote it. */
const ASIDE_DAYS = 30

/** Deletes what was set aside and never taken up again. */
export async function purgeDraftConflicts(now: Date): Promise<void> {
  const before = new Date(now.getTime() - ASIDE_DAYS * 86_400_000)
  await db().draftConflict.deleteMany({ where: { createdAt: { lt: before } } })
}
