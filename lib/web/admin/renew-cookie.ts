import { cookies } from 'next/headers'
import { renewToken } from '@/lib/staff/renew-token'
import { cookieOptions, sessionCookie } from './auth-options'

/** After a second factor is verified: gives the session a new token. */
export async function renewCookie(sessionId: string): Promise<void> {
  ;(await cookies()).set(sessionCookie(), await renewToken(sessionId), cookieOptions())
}
