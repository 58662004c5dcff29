import { redirect } from 'next/navigation'
import { isEnrolled, isFresh, type StaffSession } from '@/lib/staff/find-staff-session'
import { findSession } from './find-session'

/**
 * The session that must show its second factor, for the first time or again; whoever has none yet, or has shown it
 * just now, is sent on.
 */
export async function sessionToCheck(): Promise<StaffSession> {
  const session = await findSession()
  if (!session) redirect('/admin/sign-in')
  if (isFresh(session, new Date())) redirect('/admin')
  if (!isEnrolled(session)) redirect('/admin/second-factor/set-up')
  return session
}

/**
 * The session that may set up an authenticator app or a passkey: one that has shown its second factor just now, or,
 * as there must be a first time, one of a person who has none.
 */
export async function sessionToEnrol(): Promise<StaffSession> {
  const session = await findSession()
  if (!session) redirect('/admin/sign-in')
  if (isEnrolled(session) && !isFresh(session, new Date())) redirect('/admin/second-factor')
  if (session.user.frozen) redirect('/admin')
  return session
}

/** For pages and acts on one's own factors and sessions: the second factor was shown just now, or is asked for again. */
export async function requireFresh(): Promise<void> {
  const session = await findSession()
  if (!session || !isFresh(session, new Date())) redirect('/admin/second-factor')
}
