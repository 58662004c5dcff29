import { cookies } from 'next/headers'
import { renewToken } from '@/lib/staff/renew-token'
import { cookieOptions, sessionCookie } from './auth-options'

/** Gives the session a new token, after a second factor was verified. */
export async function renewCookie(sessionId: string): Promise<void> {
  ;(await cookies()).set(sessionCookie(), await renewToken(sessionId), cookieOptions())
}
