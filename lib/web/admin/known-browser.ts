import { cookies } from 'next/headers'
import { noteBrowser } from '@/lib/staff/browser/note-browser'
import type { StaffSession } from '@/lib/staff/find-staff-session'
import { cookieOptions } from './auth-options'

/** The maximum lifetime of a cookie in browsers, in seconds. */
const LIFE = 400 * 86_400

/** Records the browser after sign-in, and mails the person if it was unknown. */
export async function rememberBrowser(session: StaffSession): Promise<void> {
  const jar = await cookies()
  const token = await noteBrowser(session, jar.get(name())?.value, new Date())
  jar.set(name(), token, { ...cookieOptions(), sameSite: 'strict', maxAge: LIFE })
}

/** The name must not begin with the session cookie's: next-auth takes such cookies for chunks of the session. */
function name(): string {
  return cookieOptions().secure ? '__Host-known-browser' : 'known-browser'
}
