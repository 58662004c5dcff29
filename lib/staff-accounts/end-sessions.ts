import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import type { Prisma } from '@/prisma/generated/client'

/** In ms: how soon a person can end the same sessions again. */
const AGAIN_AFTER = 3_600_000

type EndSessionsResult = { ok: true; sessions: number } | { ok: false; reason: 'ended_before' }

/**
 * Ends all sessions of one person, or of everybody, except the one it is done in. Once an hour by one person: a stolen
 * account could otherwise keep everybody out while its acts come due.
 */
export function endSessions(by: Staff, of: { userId: string } | 'everybody', now: Date): Promise<EndSessionsResult> {
  return staffWrite<EndSessionsResult>(by, 'staff.end_session', now, async ({ tx, log }) => {
    const about = of === 'everybody' ? of : of.userId
    if (!(await reserveEnding(tx, by, about, now))) return { ok: false, reason: 'ended_before' }
    const where = of === 'everybody' ? {} : { userId: of.userId }
    const others = { ...where, id: { not: by.session.id } }
    // Expired sessions are deleted too, so that no form is kept for them any more, and are not counted.
    await tx.session.deleteMany({ where: { ...others, expires: { lte: now } } })
    const { count } = await tx.session.deleteMany({ where: others })
    log('staff.end_session', `staff:${about}`, { sessions: count })
    return { ok: true, sessions: count }
  })
}

/** The table's key lets one of two simultaneous calls end them. Actor and subject together have one slot. */
async function reserveEnding(tx: Prisma.TransactionClient, by: Staff, about: string, now: Date): Promise<boolean> {
  const reserved = await tx.$executeRaw`
    INSERT INTO solo_quota AS old (scope, key, slot, taken_at)
    VALUES ('sessions', md5(${`${by.id} ${about}`})::uuid, 1, ${now})
    ON CONFLICT (scope, key, slot) DO UPDATE SET taken_at = excluded.taken_at
      WHERE old.taken_at <= ${new Date(now.getTime() - AGAIN_AFTER)}`
  return reserved === 1
}
