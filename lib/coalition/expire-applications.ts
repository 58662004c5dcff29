import { db } from '@/lib/db'
import { APPLICATION_LIFE_DAYS } from './application-record'

/** Deletes applications that were not confirmed in time, and the traces of withdrawn ones. @returns how many */
export async function expireApplications(now: Date): Promise<number> {
  const oldest = new Date(now.getTime() - APPLICATION_LIFE_DAYS * 86_400_000)
  const { count } = await db().application.deleteMany({
    where: { state: { in: ['pending', 'withdrawn'] }, receivedAt: { lte: oldest } },
  })
  return count
}
