import { cookies } from 'next/headers'
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import { findStaffSession, type StaffSession } from '@/lib/staff/find-staff-session'
import { tokenHash } from '@/lib/staff/session-adapter'
import { authOptions, sessionCookie } from './auth-options'

/** The session of this request, or null. Reading it resets its idle time. Cached, so that a request reads it once. */
export const findSession = cache(async (): Promise<StaffSession | null> => {
  const token = (await cookies()).get(sessionCookie())?.value
  if (!token || !(await getServerSession(authOptions()))) return null
  return findStaffSession(tokenHash(token), new Date())
})
