import { takeLock } from '@/lib/locks'
import type { Staff } from '@/lib/staff/staff'
import { Prisma } from '@/prisma/generated/client'

/**
 * How long a claim reserves an item for its reader, and how long a skipped item does not come back to the same person,
 * in ms.
 */
const READING = 15 * 60_000
const SKIPPED = 30 * 60_000
/** How long set-aside decisions wait to be requested, and then to be approved, in ms. */
export const SET_ASIDE = 24 * 3_600_000
/** How long a signature that was left held is not claimed again, in ms. */
export const LEFT = 30 * 24 * 3_600_000

export type Queue = 'held' | 'appeals' | 'comments'

/**
 * A claim reserves an item in these queues: nobody decides on a held signature while somebody else reads its appeal.
 */
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

/** Locks claiming, so that each claim sees the one before it. */
export async function lockClaims(tx: Prisma.TransactionClient): Promise<void> {
  await takeLock(tx, 'reviewClaims')
}

/** SQL predicate: the claim `c` reserves its item against this person. */
function isTaken(by: Staff, now: Date): Prisma.Sql {
  return Prisma.sql`CASE WHEN c.verdict = 'skip' THEN c.staff_id = ${by.id}::uuid AND c.expires_at > ${now}
    WHEN c.due_at IS NOT NULL THEN true ELSE c.expires_at > ${now} END`
}

/**
 * SQL predicate: no claim reserves the signature `s` in this queue. One that was left held is free again if its signer
 * appeals.
 */
export function isFree(queue: Queue, by: Staff, now: Date): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (SELECT FROM review_claim c WHERE c.queue = ANY(${claimedIn[queue]}::text[])
    AND c.petition_id = s.petition_id AND c.email_index = s.email_index AND ${isTaken(by, now)}
    AND NOT (c.verdict IS NOT DISTINCT FROM 'leave' AND coalesce(s.appealed_at > c.decided_at, false)))`
}

/** SQL predicate: the held signature `s` has no decision, or only one that has expired. */
export function isUndecided(now: Date): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (SELECT FROM review_claim c WHERE c.queue = 'held' AND c.petition_id = s.petition_id
    AND c.email_index = s.email_index AND c.decided_at IS NOT NULL AND (c.due_at IS NOT NULL OR c.expires_at > ${now}))`
}

/** SQL predicate: the signature `s` is free, being read, or was decided on within the last minute. */
export function isBeingReviewed(queue: Queue, by: Staff, now: Date): Prisma.Sql {
  return Prisma.sql`(${isFree(queue, by, now)} OR EXISTS (SELECT FROM review_claim c
    WHERE c.queue = ANY(${claimedIn[queue]}::text[]) AND c.petition_id = s.petition_id AND c.email_index = s.email_index AND (c.verdict IS NULL OR c.due_at IS NOT NULL)))`
}

/**
 * SQL statement that claims free rows (`petition_id`, `email_index`) of a queue. The table's key allows one claim for
 * each item; an existing one is replaced only after it has expired.
 * @param together a new id if they are shown together
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
