import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db'
import type { StaffSession } from '@/lib/staff/find-staff-session'
import { findStaffSession } from '@/lib/staff/find-staff-session'
import { tokenHash } from '@/lib/staff/session-adapter'
import type { Staff } from '@/lib/staff/staff'
import type { StaffRole } from '@/prisma/generated/enums'

/** A member of staff, signed in with both factors. */
export async function aStaffMember(role: StaffRole, now: Date): Promise<Staff> {
  const { id, user, device } = await aSession(role, now)
  return { id: user.id, email: user.email, role, session: { id, device, factor: 'app' } }
}

/** The session of a new member of staff, who has shown both factors. */
export async function aSession(role: StaffRole, now: Date, cookie?: string): Promise<StaffSession> {
  const session = await aHalfSession(role, now, cookie)
  await db().session.update({ where: { id: session.id }, data: { secondFactorAt: now, factor: 'app' } })
  return session
}

/** A person who has followed a mailed link and not yet shown the second factor. */
export async function aHalfSession(role: StaffRole, now: Date, cookie: string = randomUUID()): Promise<StaffSession> {
  const user = await db().user.create({ data: { email: `${randomUUID()}@example.org`, role, createdAt: now } })
  const sessionToken = tokenHash(cookie)
  const expires = new Date(now.getTime() + 1_800_000)
  await db().session.create({
    data: { sessionToken, userId: user.id, expires, createdAt: now, device: 'Firefox on Linux' },
  })
  const session = await findStaffSession(sessionToken, now)
  if (!session) throw new Error('the fixture is not a session')
  return session
}
