import { cookies } from 'next/headers'
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import { findStaffSession, type StaffSession } from '@/lib/staff/find-staff-session'
import { tokenHash } from '@/lib/staff/session-adapter'
import { authOptions, sessionCookie } from './auth-options'

/**
 * The session of this request, or null. Reading it resets its idle time; what that finds and what we know of its person are
 * read at once. Cached, so that a request reads it once.
 */
export const findSession = cache(async (): Promise<StaffSession | null> => {
  const token = (await cookies()).get(sessionCookie())?.value
  if (!token) return null
  const [goesOn, session] = await Promise.all([
    getServerSession(authOptions()),
    findStaffSession(tokenHash(token), new Date()),
  ])
  return goesOn && session
})
