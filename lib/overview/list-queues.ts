import { db } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import { may, type Verb } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { Prisma } from '@/prisma/generated/client'

/** A queue of items that await a person's decision. */
export interface Queue {
  name: string
  waiting: number
  /** Since when the oldest item has waited. */
  oldest: Date | null
  /** The page where it is handled; null for roles that may not open it. */
  href: string | null
}

/**
 * What needs a decision, and for how long it has. Each is read from an index of what waits alone: states stand in the
 * queries as literals, since a parameter would keep PostgreSQL from those indexes.
 */
export async function listQueues(by: Staff, now: Date): Promise<Queue[]> {
  authorise(by, 'overview.see')
  const read = async ({ name, verb, href, from }: (typeof queues)[number]): Promise<Queue> => {
    const [row] = await db().$queryRaw<{ waiting: number; oldest: Date | null }[]>(from(new Date(now.getTime() - DAY)))
    return { name, waiting: row?.waiting ?? 0, oldest: row?.oldest ?? null, href: may(by.role, verb) ? href : null }
  }
  return Promise.all(queues.map(read))
}

const DAY = 86_400_000

/** All queues. */
const queues: { name: string; verb: Verb; href: string; from: (dayAgo: Date) => Prisma.Sql }[] = [
  {
    name: 'Signatures held',
    verb: 'signature.list',
    href: '/admin/signatures?state=held&sort=oldest',
    from: () =>
      Prisma.sql`SELECT count(*)::int AS waiting, min(received_at) AS oldest FROM signature WHERE state = 'held'`,
  },
  {
    name: 'Appeals against hold or removal',
    verb: 'signature.list',
    href: '/admin/signatures?sort=appeal',
    from: () => Prisma.sql`SELECT count(*)::int AS waiting, min(appealed_at) AS oldest FROM signature
      WHERE appealed_at IS NOT NULL AND state IN ('held', 'removed')`,
  },
  {
    name: 'Bulk actions awaiting approval',
    verb: 'bulk.read',
    href: '/admin/bulk',
    from: () =>
      Prisma.sql`SELECT count(*)::int AS waiting, min(asked_at) AS oldest FROM bulk_action WHERE stage = 'waiting'`,
  },
  {
    name: 'Other requests awaiting approval',
    verb: 'approval.read',
    href: '/admin/approvals',
    from: (dayAgo) => Prisma.sql`SELECT count(*)::int AS waiting, min(asked_at) AS oldest FROM approval
      WHERE approved_at IS NULL AND refused_at IS NULL AND asked_at > ${dayAgo} AND verb <> 'bulk.approve'`,
  },
  {
    name: 'Approved and scheduled: can still be stopped',
    verb: 'approval.read',
    href: '/admin/approvals',
    from: () => Prisma.sql`SELECT count(*)::int AS waiting, min(approved_at) AS oldest FROM approval
      WHERE due_at IS NOT NULL AND done_at IS NULL AND stopped_at IS NULL`,
  },
  {
    name: 'Paper sheets to be counted',
    verb: 'paper.read',
    href: '/admin/paper',
    from: () =>
      Prisma.sql`SELECT count(*)::int AS waiting, min(entered_at) AS oldest FROM paper_sheet WHERE state = 'open'`,
  },
  {
    name: 'Applications to join',
    verb: 'coalition.open',
    href: '/admin/coalition/applications',
    from: () => Prisma.sql`SELECT count(*)::int AS waiting, min(confirmed_at) AS oldest FROM application
      WHERE state = 'confirmed'`,
  },
  {
    name: 'Co-signatures of letters to look at',
    verb: 'coalition.read',
    href: '/admin/coalition/co-signatures',
    from: () => Prisma.sql`SELECT count(*)::int AS waiting, min(created_at) AS oldest FROM co_signature
      WHERE state = 'confirmed'`,
  },
]
