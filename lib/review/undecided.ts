import { tellOwners } from '@/lib/staff/quota/reserve-opening'
import { Prisma } from '@/prisma/generated/client'
import { verdicts } from './decide-held'

/** Two full pages of a review that are open or skipped are normal work; above this number owners are notified. */
const MANY_UNDECIDED = 150

/**
 * Notifies owners of a person who opens signatures in a review and does not decide: within 24 hours more than
 * `MANY_UNDECIDED` over their decisions. A review has no quota, as held signatures bound what it shows.
 * @param more how many are being claimed now
 */
export async function tellOfUndecided(
  tx: Prisma.TransactionClient,
  by: { id: string },
  more: number,
  now: Date,
): Promise<void> {
  const dayAgo = new Date(now.getTime() - 86_400_000)
  const ofReview = Prisma.sql`e.staff_id = ${by.id}::uuid AND e.at > ${dayAgo} AND e.detail LIKE '%"review":%'`
  const [row] = await tx.$queryRaw<{ undecided: number }[]>`
    SELECT ((SELECT count(DISTINCT subject) FROM audit_entry e WHERE ${ofReview} AND verb = 'signature.open')
      - (SELECT count(DISTINCT subject) FROM audit_entry e WHERE ${ofReview}
          AND verb IN ('signature.release', 'signature.remove', 'signature.leave_held') AND NOT EXISTS (
            SELECT FROM audit_entry u WHERE u.subject = e.subject AND u.seq > e.seq AND u.verb = 'signature.undo'))
      - (SELECT count(*) FROM review_claim WHERE queue = 'held' AND staff_id = ${by.id}::uuid AND decided_at > ${dayAgo}
          AND due_at IS NULL AND verdict = ANY(${[...verdicts]}::text[])))::int AS undecided`
  if ((row?.undecided ?? 0) + more > MANY_UNDECIDED) await tellOwners(tx, by, 'review', MANY_UNDECIDED, now)
}
