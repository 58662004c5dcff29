import { cookies } from 'next/headers'
import { noteBrowser } from '@/lib/staff/browser/note-browser'
import type { StaffSession } from '@/lib/staff/find-staff-session'
import { cookieOptions } from './auth-options'

/** In seconds: as long as browsers keep one. */
const LIFE = 400 * 86_400

/** After signing in: the browser is known from then on, and its person mailed where it was not. */
export async function rememberBrowser(session: StaffSession): Promise<void> {
  const jar = await cookies()
  const token = await noteBrowser(session, jar.get(name())?.value, new Date())
  jar.set(name(), token, { ...cookieOptions(), sameSite: 'strict', maxAge: LIFE })
}

/** It does not begin like the session's: next-auth takes all that do for pieces of it. */
function name(): string {
  return cookieOptions().secure ? '__Host-known-browser' : 'known-browser'
}
