import { db } from '@/lib/db'
import { ERASURE_RETENTION } from './listed-for'

/** Removes people from the erasure list whom no backup can bring back any more. */
export async function purgeErasures(now: Date): Promise<number> {
  const over = { lt: new Date(now.getTime() - ERASURE_RETENTION) }
  const { count } = await db().erasure.deleteMany({ where: { erasedAt: over, filedAt: { not: null } } })
  return count
}
