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
    /** Empty if they gave none. */
    name: string | null
    role: StaffRole
    hasTotp: boolean
    passkeys: number
    frozen: boolean
    timeZone: string
    /** Empty if not chosen. */
    language: string
    /** Empty: the browser's preference. */
    theme: string
  }
}

/**
 * Finds the session of a cookie, for every page and act, with one statement.
 * @param tokenHash of the cookie
 * @returns null if there is none, it has ended, or the person is disabled
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

/** How long an expired session is still recognised, so that what was typed in it is stored for its person, in ms. */
export const KNOWN_FOR = 8 * 3_600_000

/**
 * Finds the person of an expired session, only to store for them a form that was submitted too late; the session gives
 * no access. Sessions that somebody ended, or without a second factor, are not found.
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

/** Tells whether the person has set up a second factor. */
export function isEnrolled({ user }: StaffSession): boolean {
  return user.hasTotp || user.passkeys > 0
}

/** How long a second factor counts as fresh (`needsStepUp`), in ms. */
const FRESH_FOR = 10 * 60_000

/** Tells whether the second factor was verified in this session recently. */
export function isFresh({ secondFactorAt }: StaffSession, now: Date): boolean {
  return secondFactorAt !== null && now.getTime() - secondFactorAt.getTime() < FRESH_FOR
}

/**
 * The member of staff, if both factors were verified; otherwise null. The mere existence of a session proves nothing.
 */
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
