import { cookies } from 'next/headers'
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import { findStaffSession, type StaffSession } from '@/lib/staff/find-staff-session'
import { tokenHash } from '@/lib/staff/session-adapter'
import { authOptions, sessionCookie } from './auth-options'

/**
 * Returns the session of this request, or null, and restarts its idle time. Session and person are read at once. Cached
 * for the request.
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
