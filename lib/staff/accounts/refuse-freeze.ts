import type { Prisma } from '@/prisma/generated/client'
import type { StaffRole } from '@/prisma/generated/enums'
import { listBound } from '../approvals/bound'
import { isFrozen } from '../approvals/people'
import { rolesOf } from '../roles'

/** Who asked to shut somebody out and was not followed asks about the same person again after so long, in ms. */
const ASKS_AGAIN_AFTER = 7 * 86_400_000

/**
 * Why a request to shut somebody out is not taken: it freezes them, so nobody may freeze everybody who could decide, nor
 * the same person day after day.
 */
export async function refuseFreeze(
  tx: Prisma.TransactionClient,
  by: string,
  about: string,
  now: Date,
): Promise<'nobody_left' | 'asked_before' | null> {
  const since = new Date(now.getTime() - ASKS_AGAIN_AFTER)
  const same = { verb: 'staff.disable', subject: `staff:${about}`, askedBy: by }
  // One that still waits is told of by `askApproval`.
  const before = await tx.approval.findFirst({ where: { ...same, askedAt: { gt: since } } })
  if (before && (before.refusedAt || now.getTime() - before.askedAt.getTime() >= DAY)) return 'asked_before'
  const roles: StaffRole[] = rolesOf('staff.disable')
  const [left] = await tx.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM staff s
    WHERE s.disabled_at IS NULL AND s.role = ANY(${roles}::staff_role[]) AND NOT ${isFrozen(now)}
      AND (s.totp_since IS NOT NULL OR EXISTS (SELECT FROM staff_passkey k WHERE k.user_id = s.id))
      AND s.id::text <> ALL(${[by, about, ...(await listBound(tx, by, now))]})`
  return left?.n ? null : 'nobody_left'
}

const DAY = 86_400_000
