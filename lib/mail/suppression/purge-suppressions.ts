import { db } from '@/lib/db'

const DAY = 86_400_000
/** Days after which a bounce no longer matters, and within which a provider may repeat an event. */
const BOUNCE = 90
const EVENT = 3
/** As long as the longest petition keeps its signers: 21 months. */
const COMPLAINT = 640

/** Deletes suppressions that have expired, and the ids of the provider's events. */
export async function purgeSuppressions(now: Date): Promise<number> {
  const before = (days: number) => ({ lt: new Date(now.getTime() - days * DAY) })
  const bounce = { reason: 'bounce', suppressedAt: before(BOUNCE) }
  const suppressions = await db().suppression.deleteMany({
    where: { OR: [bounce, { suppressedAt: before(COMPLAINT) }] },
  })
  const events = await db().providerEvent.deleteMany({ where: { receivedAt: before(EVENT) } })
  return suppressions.count + events.count
}
