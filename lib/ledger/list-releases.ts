import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { dayOf, isoDay } from '@/lib/input/day'
import { isLocalSite } from '@/lib/local-site'
import { GRACE } from '@/lib/signatures/recent-change/grace'
import type { ReleaseReason } from './release-reasons'

/** Signatures that staff brought into the count on one day, for one reason. */
interface Release {
  /** `YYYY-MM-DD`, UTC. */
  day: string
  reason: ReleaseReason
  signatures: number
  /** The number of staff members who approved. */
  approvals: number
}

/**
 * The signatures that staff brought into the count, by day and reason, the oldest first. Only days that are over, and
 * whose last release can no longer be undone: a line that grows while being watched would reveal who was released, and
 * when staff work; and one that shrinks would look like a forgery. On a local site nobody else watches.
 */
export async function listReleases(
  petitionId: string,
  now: Date,
  local = isLocalSite(env().SITE_URL),
): Promise<Release[]> {
  const today = dayOf(new Date(now.getTime() - 2 * GRACE))
  const over = local ? {} : { day: { lt: today } }
  const rows = await db().ledgerRelease.findMany({
    where: { petitionId, ...over },
    orderBy: [{ day: 'asc' }, { reason: 'asc' }, { approvals: 'asc' }],
  })
  return rows.map(({ day, reason, signatures, approvals }) => ({
    day: isoDay(day),
    reason: reason === 'restored' ? 'restored' : 'reviewed',
    signatures: Number(signatures),
    approvals,
  }))
}
