'use server'

import { cookies } from 'next/headers'
import { endSession } from '@/lib/staff/end-session'
import { sessionCookie } from './auth-options'
import { deskAction } from './desk-action'

/** Ends the session of this browser. */
export const signOut = deskAction('account.manage', async (staff) => {
  await endSession(staff, staff.session.id, new Date())
  ;(await cookies()).delete({ name: sessionCookie(), path: '/', secure: sessionCookie().startsWith('__Host-') })
  return '/admin/sign-in?done=signed_out'
})
