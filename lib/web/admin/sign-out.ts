'use server'

import { cookies } from 'next/headers'
import { endSession } from '@/lib/staff/end-session'
import { adminAction } from './admin-action'
import { sessionCookie } from './auth-options'

/** Ends this browser's session. */
export const signOut = adminAction('account.manage', async (staff) => {
  await endSession(staff, staff.session.id, new Date())
  ;(await cookies()).delete({ name: sessionCookie(), path: '/', secure: sessionCookie().startsWith('__Host-') })
  return '/admin/sign-in?done=signed_out'
})
