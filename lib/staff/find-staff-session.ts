import { db, pool } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'
import type { StaffRole } from '@/prisma/generated/enums'
import { isFrozen } from './approvals/people'
import type { Staff } from './staff'

/** A session opened by a mailed link; `secondFactorAt` is empty until the second factor was verified in it. */
export interface StaffSession {
  id: string
  device: string
  createdAt: Date
  secondFactorAt: Date | null
  factor: string | null
  challenge: string | null
  user: {
    id: string
    email: string
    /** Empty: they gave none. */
    name: string | null
    role: StaffRole
    hasTotp: boolean
    passkeys: number
    frozen: boolean
    timeZone: string
    /** Empty: not chosen. */
    language: string
    /** Empty: as their browser asks. */
    theme: string
  }
}

/**
 * Read for every page and every act: one statement.
 * @param tokenHash of the cookie
 * @returns null where there is none, it has ended, or the person works here no longer
 */
export async function findStaffSession(tokenHash: string, now: Date): Promise<StaffSession | null> {
  const { rows } = await pool().query<SessionRow>(Prisma.sql`
    SELECT e.id, e.device, e.created_at AS "createdAt", e.second_factor_at AS "secondFactorAt", e.factor, e.challenge,
      s.id AS "userId", s.email, s.name, s.role, s.totp_since IS NOT NULL AS "hasTotp",
      (SELECT count(*)::int FROM staff_passkey k WHERE k.user_id = s.id) AS passkeys, ${isFrozen(now)} AS frozen,
      coalesce(s.time_zone, 'UTC') AS "timeZone", coalesce(s.language, '') AS language, coalesce(s.theme, '') AS theme
    FROM staff_session e JOIN staff s ON s.id = e.user_id
    WHERE e.session_token = ${tokenHash} AND e.expires > ${now} AND s.disabled_at IS NULL`)
  const [row] = rows
  if (!row) return null
  const { id, device, createdAt, secondFactorAt, factor, challenge, userId, ...user } = row
  return { id, device, createdAt, secondFactorAt, factor, challenge, user: { id: userId, ...user } }
}

type SessionRow = Omit<StaffSession, 'user'> & Omit<StaffSession['user'], 'id'> & { userId: string }

/** In ms: how long a session that has expired is still known, so that what was typed in it finds its person. */
export const KNOWN_FOR = 8 * 3_600_000

/**
 * The person whose session has expired, of themselves: it opens nothing any more, and tells only for whom a form that was
 * sent too late is kept. A session that somebody ended, or without its second factor, is known to nobody.
 */
export async function findExpiredSession(
  tokenHash: string,
  now: Date,
): Promise<{ userId: string; sessionId: string } | null> {
  const row = await db().session.findUnique({
    where: {
      sessionToken: tokenHash,
      expires: { lte: now, gt: new Date(now.getTime() - KNOWN_FOR) },
      secondFactorAt: { not: null },
      user: { disabledAt: null },
    },
  })
  return row && { userId: row.userId, sessionId: row.id }
}

/** Whether there is a second factor to ask for. */
export function isEnrolled({ user }: StaffSession): boolean {
  return user.hasTotp || user.passkeys > 0
}

/** How long a second factor counts as fresh (`needsStepUp`), in ms. */
const FRESH_FOR = 10 * 60_000

/** Whether the second factor was verified in this session just now. */
export function isFresh({ secondFactorAt }: StaffSession, now: Date): boolean {
  return secondFactorAt !== null && now.getTime() - secondFactorAt.getTime() < FRESH_FOR
}

/** The member of staff, once both factors were verified. Never check only whether there is a session. */
export function staffOf(staffSession: StaffSession, now: Date): Staff | null {
  const { id, device, secondFactorAt, factor, user } = staffSession
  if (!secondFactorAt || !factor) return null
  return {
    id: user.id,
    email: user.email,
    name: user.name,
    role: user.role,
    frozen: user.frozen,
    session: { id, device, factor, stale: !isFresh(staffSession, now) },
  }
}
