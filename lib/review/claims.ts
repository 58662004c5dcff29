import { takeLock } from '@/lib/locks'
import type { Staff } from '@/lib/staff/staff'
import { Prisma } from '@/prisma/generated/client'

/** In ms: how long nobody else gets what somebody is reading, and how long what they skipped does not come back to them. */
const READING = 15 * 60_000
const SKIPPED = 30 * 60_000
/** In ms: how long decisions wait to be put to a second person, and then for that person. */
export const SET_ASIDE = 24 * 3_600_000
/** In ms: how long one that is left held is not given out again. */
export const LEFT = 30 * 24 * 3_600_000

export type Queue = 'held' | 'appeals' | 'comments'

/** The queues whose claims reserve an item: nobody decides on a held signature while somebody else reads its appeal. */
const claimedIn: Record<Queue, Queue[]> = {
  held: ['held', 'appeals'],
  appeals: ['held', 'appeals'],
  comments: ['comments'],
}

export function readUntil(now: Date): Date {
  return new Date(now.getTime() + READING)
}

export function skippedUntil(now: Date): Date {
  return new Date(now.getTime() + SKIPPED)
}

/** Waits for other claims that are being given out: each must see the one before it. */
export async function lockClaims(tx: Prisma.TransactionClient): Promise<void> {
  await takeLock(tx, 'reviewClaims')
}

/** SQL predicate: the claim `c` keeps its item from this person. */
function isTaken(by: Staff, now: Date): Prisma.Sql {
  return Prisma.sql`CASE WHEN c.verdict = 'skip' THEN c.staff_id = ${by.id}::uuid AND c.expires_at > ${now}
    WHEN c.due_at IS NOT NULL THEN true ELSE c.expires_at > ${now} END`
}

/** SQL predicate: nobody has the signature `s` of this queue. One that was left held comes back when its signer appeals. */
export function isFree(queue: Queue, by: Staff, now: Date): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (SELECT FROM review_claim c WHERE c.queue = ANY(${claimedIn[queue]}::text[])
    AND c.petition_id = s.petition_id AND c.email_index = s.email_index AND ${isTaken(by, now)}
    AND NOT (c.verdict IS NOT DISTINCT FROM 'leave' AND coalesce(s.appealed_at > c.decided_at, false)))`
}

/** SQL predicate: nobody has decided on the held signature `s`, or what they decided no longer holds. */
export function isUndecided(now: Date): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (SELECT FROM review_claim c WHERE c.queue = 'held' AND c.petition_id = s.petition_id
    AND c.email_index = s.email_index AND c.decided_at IS NOT NULL AND (c.due_at IS NOT NULL OR c.expires_at > ${now}))`
}

/** SQL predicate: nobody has it, or somebody has it just now: reads it, or decided on it within the minute. */
export function isBeingReviewed(queue: Queue, by: Staff, now: Date): Prisma.Sql {
  return Prisma.sql`(${isFree(queue, by, now)} OR EXISTS (SELECT FROM review_claim c
    WHERE c.queue = ANY(${claimedIn[queue]}::text[]) AND c.petition_id = s.petition_id AND c.email_index = s.email_index AND (c.verdict IS NULL OR c.due_at IS NOT NULL)))`
}

/**
 * SQL statement that claims free rows (`petition_id`, `email_index`) of a queue. The table's key lets each item have
 * one claim; an old one is taken over only if it no longer holds.
 * @param together a new id if they are shown at once
 */
export function claimRows(queue: Queue, by: Staff, rows: Prisma.Sql, now: Date, together: string | null): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO review_claim AS c (queue, petition_id, email_index, staff_id, expires_at, together)
    SELECT ${queue}, petition_id, email_index, ${by.id}::uuid, ${readUntil(now)}, ${together}::uuid FROM (${rows}) AS rows
    ON CONFLICT (queue, petition_id, email_index) DO UPDATE SET staff_id = excluded.staff_id,
      expires_at = excluded.expires_at, together = excluded.together, verdict = NULL, batch = NULL, decided_at = NULL, due_at = NULL, action_id = NULL
      WHERE c.verdict = 'leave' OR NOT (${isTaken(by, now)})
    RETURNING c.petition_id, c.email_index`
}
