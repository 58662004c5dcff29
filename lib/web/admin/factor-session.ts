import { redirect } from 'next/navigation'
import { isEnrolled, isFresh, type StaffSession } from '@/lib/staff/find-staff-session'
import { findSession } from './find-session'

/**
 * Returns the session that must verify its second factor, for the first time or again. Redirects staff who have none,
 * or have verified it just now.
 */
export async function sessionToCheck(): Promise<StaffSession> {
  const session = await findSession()
  if (!session) redirect('/admin/sign-in')
  if (isFresh(session, new Date())) redirect('/admin')
  if (!isEnrolled(session)) redirect('/admin/second-factor/set-up')
  return session
}

/** Returns the session that may set up a factor: it has just verified its second factor, or its person has none yet. */
export async function sessionToEnrol(): Promise<StaffSession> {
  const session = await findSession()
  if (!session) redirect('/admin/sign-in')
  if (isEnrolled(session) && !isFresh(session, new Date())) redirect('/admin/second-factor')
  if (session.user.frozen) redirect('/admin')
  return session
}

/**
 * Requires a second factor verified just now, for pages and actions about one's own factors and sessions; otherwise
 * redirects to the page that asks for it.
 */
export async function requireFresh(): Promise<void> {
  const session = await findSession()
  if (!session || !isFresh(session, new Date())) redirect('/admin/second-factor')
}
