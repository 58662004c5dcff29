import { randomUUID } from 'node:crypto'
import { Prisma } from '@/prisma/generated/client'
import type { EventData, EventKindName } from './event-kinds'

export interface WebhookEvent<Kind extends EventKindName> {
  kind: Kind
  petitionId: string
  data: EventData<Kind>
  /** The key of an event that is sent only once per petition, however often it happens. */
  once?: string
  /** Not sent before this time. */
  from?: Date
}

/**
 * The SQL statement that stores an event, and a message for each address that subscribes to its kind. Run it in the
 * transaction of what happened, so that both are stored, or neither.
 */
export function eventStatement<Kind extends EventKindName>(event: WebhookEvent<Kind>, now: Date): Prisma.Sql {
  const { kind, petitionId, data, once = null, from = now } = event
  return Prisma.sql`
    WITH event AS (
      INSERT INTO webhook_event (id, kind, petition_id, once, data, created_at)
      VALUES (${randomUUID()}::uuid, ${kind}, ${petitionId}::uuid, ${once}, ${JSON.stringify(data)}, ${now})
      ON CONFLICT DO NOTHING RETURNING id, kind
    )
    INSERT INTO webhook_delivery (webhook_id, event_id, due_at)
    SELECT webhook.id, event.id, ${from < now ? now : from} FROM event JOIN webhook ON event.kind = ANY(webhook.events)`
}

/** The part of a transaction that queueing needs. */
interface Executes {
  $executeRaw(query: Prisma.Sql): Promise<number>
}

/** Queues an event for the webhooks, in the transaction of what happened. */
export async function queueEvent<Kind extends EventKindName>(
  tx: Executes,
  event: WebhookEvent<Kind>,
  now: Date,
): Promise<void> {
  await tx.$executeRaw(eventStatement(event, now))
}
