import type { ClientBase } from 'pg'
import { milestonesBetween } from '@/lib/petitions/milestones'
import { eventStatement } from '@/lib/webhooks/queue-event'

/**
 * Queues webhook messages about the round numbers that the count has reached, in the transaction that changed it; each
 * once, even if the count falls below it and rises again.
 * @param change the latest change of the count
 */
export async function queueMilestones(
  client: ClientBase,
  petitionId: string,
  change: number,
  now: Date,
): Promise<void> {
  if (change <= 0) return
  const { rows } = await client.query<{ net: string }>('SELECT net FROM petition_total WHERE petition_id = $1', [
    petitionId,
  ])
  const net = Number(rows[0]?.net ?? 0)
  for (const count of milestonesBetween(net - change, net)) {
    const event = { kind: 'petition.milestone', petitionId, data: { count }, once: String(count) } as const
    const { text, values } = eventStatement(event, now)
    await client.query(text, values)
  }
}
