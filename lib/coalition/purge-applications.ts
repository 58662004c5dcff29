import { db } from '@/lib/db'
import { APPLICATION_LIFE_DAYS } from './application-record'

const DAY = 86_400_000
/** Days that a declined application is kept, so that staff can answer the applicant. */
const DECLINED_LIFE_DAYS = 30

/**
 * Deletes applications that were not confirmed in time, the traces of withdrawn ones, and declined ones once they
 * are answered. @returns how many
 */
export async function purgeApplications(now: Date): Promise<number> {
  const oldest = new Date(now.getTime() - APPLICATION_LIFE_DAYS * DAY)
  const decided = new Date(now.getTime() - DECLINED_LIFE_DAYS * DAY)
  const { count } = await db().application.deleteMany({
    where: {
      OR: [
        { state: { in: ['pending', 'withdrawn'] }, receivedAt: { lte: oldest } },
        { state: 'declined', decidedAt: { lte: decided } },
      ],
    },
  })
  return count
}
