import { redirect } from 'next/navigation'
import { isEnrolled, isFresh, type StaffSession } from '@/lib/staff/find-staff-session'
import { findSession } from './find-session'

/**
 * The session that must verify its second factor, for the first time or again. Redirects staff who have none yet, or
 * have verified it just now.
 */
export async function sessionToCheck(): Promise<StaffSession> {
  const session = await findSession()
  if (!session) redirect('/admin/sign-in')
  if (isFresh(session, new Date())) redirect('/admin')
  if (!isEnrolled(session)) redirect('/admin/second-factor/set-up')
  return session
}

/**
 * The session that may set up an authenticator app or a passkey: one that has just verified its second factor, or whose
 * person has none yet.
 */
export async function sessionToEnrol(): Promise<StaffSession> {
  const session = await findSession()
  if (!session) redirect('/admin/sign-in')
  if (isEnrolled(session) && !isFresh(session, new Date())) redirect('/admin/second-factor')
  if (session.user.frozen) redirect('/admin')
  return session
}

/**
 * For pages and actions about one's own factors and sessions: the second factor must have been verified just now;
 * otherwise the page that asks for it is shown.
 */
export async function requireFresh(): Promise<void> {
  const session = await findSession()
  if (!session || !isFresh(session, new Date())) redirect('/admin/second-factor')
}
