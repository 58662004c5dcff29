import { tellOwners } from '@/lib/staff/quota/reserve-opening'
import { Prisma } from '@/prisma/generated/client'
import { verdicts } from './decide-held'

/** A reviewer who has two full pages of a review open or skipped is still reviewing; from so many on, owners are told. */
const MANY_UNDECIDED = 150

/**
 * A review has no quota, as what it shows is bounded by what is held. Owners are told of a person who reads on and on in it
 * and decides nothing: who opened, within 24 hours, so many more signatures than they decided on.
 * @param more that they are just being given
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
