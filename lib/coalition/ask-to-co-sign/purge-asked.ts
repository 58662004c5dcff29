import { db } from '@/lib/db'
import { ASK_LIFE_DAYS } from './ask-record'

/** Deletes what was asked for and never signed, with its link. @returns how many */
export async function purgeAsked(now: Date): Promise<number> {
  const oldest = new Date(now.getTime() - ASK_LIFE_DAYS * 86_400_000)
  const { count } = await db().coSignature.deleteMany({
    where: { domain: { not: null }, state: 'invited', createdAt: { lte: oldest } },
  })
  return count
}
