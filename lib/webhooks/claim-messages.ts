import { randomInt } from 'node:crypto'
import { pool } from '@/lib/db'
import { waitAfter } from './retry'

/** Messages sent at the same time. */
const AT_ONCE = 10

export interface ClaimedMessage {
  webhookId: string
  eventId: string
  url: string
  sealed: Buffer
  /** The number of attempts, including this one. */
  attempts: number
  kind: string
  data: string
  createdAt: Date
  slug: string | null
}

const random = () => randomInt(1_000_000) / 1_000_000

/**
 * Claims due messages. Their next attempt is scheduled before this one begins, so that a message whose worker dies is
 * tried again, and two workers never send the same one at once. Messages about hidden petitions are left out.
 */
export async function claimMessages(now: Date): Promise<ClaimedMessage[]> {
  const waits = Array.from({ length: 20 }, (_, i) => waitAfter(i + 1, random))
  const { rows } = await pool().query<ClaimedMessage>(
    `WITH due AS (
       SELECT d.webhook_id, d.event_id FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id
         JOIN webhook_event e ON e.id = d.event_id LEFT JOIN petition p ON p.id = e.petition_id
       WHERE d.due_at <= $1 AND w.paused_at IS NULL AND w.sealed IS NOT NULL AND p.removed_at IS NULL
       ORDER BY d.due_at LIMIT ${AT_ONCE} FOR UPDATE OF d SKIP LOCKED
     ), claimed AS (
       UPDATE webhook_delivery d SET attempts = d.attempts + 1, attempted_at = $1,
         due_at = $1::timestamptz + ($2::int[])[d.attempts + 1] * interval '1 millisecond'
       FROM due WHERE d.webhook_id = due.webhook_id AND d.event_id = due.event_id
       RETURNING d.webhook_id, d.event_id, d.attempts
     )
     SELECT c.webhook_id AS "webhookId", c.event_id AS "eventId", c.attempts, w.url, w.sealed, e.kind, e.data,
       e.created_at AS "createdAt", p.slug
     FROM claimed c JOIN webhook w ON w.id = c.webhook_id JOIN webhook_event e ON e.id = c.event_id
       LEFT JOIN petition p ON p.id = e.petition_id`,
    [now, waits],
  )
  return rows
}
