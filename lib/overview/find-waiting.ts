import { db } from '@/lib/db'
import { awaitsCountOf } from '@/lib/paper/awaits-count'
import { appealWaits } from '@/lib/signatures/appeal-answer'
import { countingSql } from '@/lib/signatures/states'
import { countDecidable } from '@/lib/staff/approvals/count-decidable'
import { may, type Verb } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { Prisma } from '@/prisma/generated/client'

/** Counts are exact up to this number; above it pages show "999+". */
export const MAX_WAITING = 1_000

/** The queues of work for staff. */
export type QueueName =
  | 'approvals'
  | 'held'
  | 'appeals'
  | 'comments'
  | 'paper'
  | 'applications'
  | 'coSignatures'
  | 'memberChanges'

/**
 * Queues whose items come one at a time, so that each can be notified at once; a flood of strangers cannot fill them.
 */
const arrivals = ['paper', 'applications', 'coSignatures', 'memberChanges'] as const satisfies QueueName[]

export type ArrivalName = (typeof arrivals)[number]

/** Tells whether each item of a queue can be notified at once. */
export function isArrival(name: QueueName): name is ArrivalName {
  return (arrivals as readonly QueueName[]).includes(name)
}

type Reader = Pick<Staff, 'id' | 'role'>

export interface Waiting {
  waiting: number
  /** When the oldest item came; null if the queue is empty, or if finding it would take long. */
  oldest: Date | null
}

/**
 * Counts what waits for this person, by queue: only queues that the role may work on, and only items that this person
 * may decide. Every admin page calls it: one statement over partial indexes, each count bounded.
 */
export async function findWaiting(by: Reader, now: Date): Promise<Partial<Record<QueueName, Waiting>>> {
  const names = (Object.keys(queues) as (keyof typeof queues)[]).filter((name) => may(by.role, queues[name].verb))
  const parts = names.map(
    (name) => Prisma.sql`
    SELECT ${name} AS name, count(*)::int AS waiting, min(since) AS oldest
    FROM (${queues[name].rows(by)} LIMIT ${MAX_WAITING}) AS waits`,
  )
  const [approvals, rows] = await Promise.all([
    countDecidable(by, now),
    parts.length === 0 ? [] : db().$queryRaw<({ name: QueueName } & Waiting)[]>`${Prisma.join(parts, ' UNION ALL ')}`,
  ])
  const found = rows.map(({ name, waiting, oldest }) => [name, { waiting, oldest }])
  return Object.fromEntries(may(by.role, 'approval.decide') ? [['approvals', approvals], ...found] : found)
}

/** Returns the newest item that came after `since`, for each queue of arrivals that this person may work on. */
export async function findArrivals(by: Reader, since: Date): Promise<[name: ArrivalName, newest: Date][]> {
  const names = arrivals.filter((name) => may(by.role, queues[name].verb))
  if (names.length === 0) return []
  const parts = names.map(
    (name) => Prisma.sql`SELECT ${name} AS name, max(since) AS newest FROM (${queues[name].rows(by)}) AS waits`,
  )
  const rows = await db().$queryRaw<{ name: ArrivalName; newest: Date | null }[]>`${Prisma.join(parts, ' UNION ALL ')}`
  return rows.flatMap(({ name, newest }): [ArrivalName, Date][] => (newest && newest > since ? [[name, newest]] : []))
}

/**
 * The rows of each queue in index order, so that a bounded count stops early and still finds the oldest. States are
 * literals, because a parameter would keep PostgreSQL from using the partial indexes.
 */
const queues: Record<Exclude<QueueName, 'approvals'>, { verb: Verb; rows: (by: Reader) => Prisma.Sql }> = {
  held: {
    verb: 'signature.release',
    // Decided ones are left out: some of them wait for a second person, the rest for nobody.
    rows: () => Prisma.sql`SELECT received_at AS since FROM signature s WHERE state = 'held' AND NOT EXISTS (
      SELECT FROM review_claim c WHERE c.queue = 'held' AND c.petition_id = s.petition_id
        AND c.email_index = s.email_index AND c.decided_at IS NOT NULL) ORDER BY received_at`,
  },
  appeals: {
    verb: 'signature.release',
    rows: () => Prisma.sql`SELECT appealed_at AS since FROM signature s WHERE ${appealWaits} ORDER BY appealed_at`,
  },
  comments: {
    verb: 'comment.decide',
    rows: () => Prisma.sql`SELECT NULL::timestamptz AS since FROM signature s
      LEFT JOIN comment c USING (petition_id, email_index)
      WHERE s.has_comment AND s.state IN ${Prisma.raw(countingSql)} AND c.petition_id IS NULL`,
  },
  paper: {
    verb: 'paper.count',
    rows: ({ id }) =>
      Prisma.sql`SELECT entered_at AS since FROM paper_sheet p WHERE ${awaitsCountOf(id)} ORDER BY entered_at`,
  },
  applications: {
    verb: 'coalition.decide',
    rows: () =>
      Prisma.sql`SELECT confirmed_at AS since FROM application WHERE state = 'confirmed' ORDER BY confirmed_at`,
  },
  coSignatures: {
    verb: 'coalition.decide',
    // The row was created with the invitation; it waits from the moment the organisation signed.
    rows: () => Prisma.sql`SELECT coalesce((SELECT max(at) FROM co_signature_event e
        WHERE e.co_signature_id = c.id AND e.state = 'confirmed'), created_at) AS since
      FROM co_signature c WHERE state = 'confirmed' ORDER BY since`,
  },
  memberChanges: {
    verb: 'coalition.write',
    rows: () =>
      Prisma.sql`SELECT proposed_at AS since FROM member_proposal WHERE decided_at IS NULL ORDER BY proposed_at`,
  },
}
