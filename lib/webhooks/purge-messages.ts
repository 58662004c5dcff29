import { db } from '@/lib/db'
import { TEST } from './event-kinds'

/** Days for which staff see sent messages, and messages wait for a paused address. */
const KEPT = 30

/** Deletes old messages. Their events stay, so that a milestone is never sent twice; they are few. */
export async function purgeMessages(now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT * 86_400_000)
  await db().webhookDelivery.deleteMany({
    where: { event: { createdAt: { lt: before } }, OR: [{ dueAt: null }, { dueAt: { lt: before } }] },
  })
  await db().webhookEvent.deleteMany({ where: { kind: TEST, createdAt: { lt: before } } })
}
