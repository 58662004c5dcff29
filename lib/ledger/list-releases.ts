import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { isLocalSite } from '@/lib/local-site'
import type { ReleaseReason } from './release-reasons'

/** Signatures that staff brought into the count on one day, for one reason. */
interface Release {
  /** `YYYY-MM-DD`, UTC. */
  day: string
  reason: ReleaseReason
  signatures: number
  /** How many staff members approved. */
  approvals: number
}

/**
 * What staff brought into the count, the oldest first. Only days that are over: a line that grows while being watched
 * would reveal who was released, and when staff work. On a local site nobody else watches.
 */
export async function listReleases(
  petitionId: string,
  now: Date,
  local = isLocalSite(env().SITE_URL),
): Promise<Release[]> {
  const today = new Date(now.toISOString().slice(0, 10))
  const over = local ? {} : { day: { lt: today } }
  const rows = await db().ledgerRelease.findMany({
    where: { petitionId, ...over },
    orderBy: [{ day: 'asc' }, { reason: 'asc' }, { approvals: 'asc' }],
  })
  return rows.map(({ day, reason, signatures, approvals }) => ({
    day: day.toISOString().slice(0, 10),
    reason: reason === 'restored' ? 'restored' : 'reviewed',
    signatures: Number(signatures),
    approvals,
  }))
}
