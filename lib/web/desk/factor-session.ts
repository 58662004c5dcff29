import { redirect } from 'next/navigation'
import { type DeskSession, isEnrolled } from '@/lib/staff/find-desk-session'
import { findSession } from './find-session'

/** The session that must show its second factor; whoever has none yet, or has shown it, is sent on. */
export async function sessionToCheck(): Promise<DeskSession> {
  const session = await findSession()
  if (!session) redirect('/admin/sign-in')
  if (session.secondFactorAt) redirect('/admin')
  if (!isEnrolled(session)) redirect('/admin/second-factor/set-up')
  return session
}

/**
 * The session that may set up an authenticator app or a passkey: one that has shown its second factor, or, as there
 * must be a first time, one of a person who has none.
 */
export async function sessionToEnrol(): Promise<DeskSession> {
  const session = await findSession()
  if (!session) redirect('/admin/sign-in')
  if (!session.secondFactorAt && isEnrolled(session)) redirect('/admin/second-factor')
  return session
}
