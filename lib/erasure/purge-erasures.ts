import { db } from '@/lib/db'
import { ERASURE_RETENTION } from './listed-for'

/** Removes people from the erasure list once no backup can bring them back. @returns how many were removed */
export async function purgeErasures(now: Date): Promise<number> {
  const over = { lt: new Date(now.getTime() - ERASURE_RETENTION) }
  const { count } = await db().erasure.deleteMany({ where: { erasedAt: over, filedAt: { not: null } } })
  return count
}
