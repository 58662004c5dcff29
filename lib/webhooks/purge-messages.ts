import { db } from '@/lib/db'
import { TEST } from './event-kinds'

/** In days: how long staff see what was sent, and what waits for a paused address is kept. */
const KEPT = 30

/** Deletes old messages. Their events stay, so that a number that was reached is never told twice; they are few. */
export async function purgeMessages(now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT * 86_400_000)
  await db().webhookDelivery.deleteMany({
    where: { event: { createdAt: { lt: before } }, OR: [{ dueAt: null }, { dueAt: { lt: before } }] },
  })
  await db().webhookEvent.deleteMany({ where: { kind: TEST, createdAt: { lt: before } } })
}
