import { db, pool } from '@/lib/db'
import { dayOf } from '@/lib/input/day'

/** Days for which the page of a spent link still says why the link no longer works. */
export const SPENT_LINK_DAYS = 30

/** The reason for which a link no longer works: another form was confirmed, it expired, or the person dismissed it. */
export type SpentReason = 'superseded' | 'expired' | 'dismissed'

/** The reason for which a link no longer works, with its petition; null if the link is not a spent one. */
export async function findSpentLink(
  tokenHash: Buffer,
): Promise<{ reason: SpentReason; petitionSlug: string; status: string } | null> {
  const { rows } = await pool().query<{ reason: SpentReason; petitionSlug: string; status: string }>(
    `SELECT l.reason, p.slug AS "petitionSlug", p.status::text FROM spent_link l JOIN petition p ON p.id = l.petition_id
     WHERE l.token_hash = $1`,
    [tokenHash],
  )
  return rows[0] ?? null
}

/** Deletes spent links after `SPENT_LINK_DAYS`. @returns how many were deleted */
export async function purgeSpentLinks(now: Date): Promise<number> {
  const today = dayOf(now)
  return (await db().spentLink.deleteMany({ where: { purgeOn: { lte: today } } })).count
}
