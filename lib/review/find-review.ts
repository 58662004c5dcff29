import { db } from '@/lib/db'
import { MAX_COUNTED } from '@/lib/input/max-counted'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { Prisma } from '@/prisma/generated/client'
import { isUndecided } from './claims'
import type { Verdict } from './decide-held'
import type { HeldFilter } from './held-filter'
import { groupedHeld, isOfKind, MAX_GROUPED } from './held-groups'

/** Decisions of one kind by one person. */
export interface Decided<V = Verdict> {
  verdict: V
  signatures: number
}

/** The state of a person's review of held signatures. */
export interface Review {
  /** Undecided held signatures that match the filter. */
  left: number
  /** There may be more: counting stopped at a limit. */
  more: boolean
  /** Those left held with a note, until they come back. */
  leftHeld: number
  /** Their last decision, if it can still be undone. */
  last: (Decided<Verdict | 'leave'> & { batch: string; needsTwo: boolean }) | null
  /** Their decisions that need a second person who was not asked yet. */
  setAside: Decided[]
}

/** How long leaving a signature held can be undone, in ms. */
const LEAVE_UNDONE = 10 * 60_000

/** Returns the state of a person's review; decrypts nothing. */
export async function findReview(by: Staff, filter: HeldFilter, now: Date): Promise<Review> {
  authorise(by, 'signature.list')
  const [left, last, setAside, leftHeld] = await Promise.all([
    db().$queryRaw<Pick<Review, 'left' | 'more'>[]>(undecided(by, filter, now)),
    db().$queryRaw<NonNullable<Review['last']>[]>`
      SELECT batch::text, verdict, count(*)::int AS signatures, bool_and(due_at IS NULL AND verdict <> 'leave') AS "needsTwo" FROM review_claim
      WHERE queue = 'held' AND staff_id = ${by.id}::uuid AND decided_at IS NOT NULL AND action_id IS NULL
        AND (due_at > ${now} OR (due_at IS NULL AND expires_at > ${now}))
        AND (verdict <> 'leave' OR decided_at > ${new Date(now.getTime() - LEAVE_UNDONE)})
      GROUP BY batch, verdict, decided_at ORDER BY decided_at DESC LIMIT 1`,
    db().$queryRaw<Decided[]>`
      SELECT verdict, count(*)::int AS signatures FROM review_claim
      WHERE queue = 'held' AND staff_id = ${by.id}::uuid AND decided_at IS NOT NULL AND action_id IS NULL
        AND due_at IS NULL AND verdict <> 'leave' AND expires_at > ${now} GROUP BY verdict ORDER BY verdict DESC`,
    db().reviewClaim.count({ where: { queue: 'held', verdict: 'leave', expiresAt: { gt: now } } }),
  ])
  return { left: left[0]?.left ?? 0, more: left[0]?.more ?? false, last: last[0] ?? null, setAside, leftHeld }
}

/** SQL of `left` and `more`. A filter by kind of group counts only grouped signatures. */
function undecided(by: Staff, filter: HeldFilter, now: Date): Prisma.Sql {
  const { kind, locale = '', petition = '' } = filter
  if (kind)
    return Prisma.sql`SELECT (count(*) FILTER (WHERE undecided AND ${isOfKind(filter)}))::int AS left,
      count(*) >= ${MAX_GROUPED} AS more FROM (${groupedHeld(by, filter, now)}) AS grouped`
  return Prisma.sql`SELECT count(*)::int AS left, count(*) >= ${MAX_COUNTED} AS more FROM (SELECT FROM signature s
    WHERE s.state = 'held' AND ${locale} IN ('', s.locale) AND ${petition} IN ('', s.petition_id::text)
      AND ${isUndecided(now)} LIMIT ${MAX_COUNTED}) AS undecided`
}
