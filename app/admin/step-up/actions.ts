'use server'

import { redirect } from 'next/navigation'
import { checkCode } from '@/lib/staff/factor/check-code'
import { type StaffSession, staffOf } from '@/lib/staff/find-staff-session'
import { verifyPasskey } from '@/lib/staff/passkey/show-passkey'
import { may } from '@/lib/staff/roles'
import { consumeRequest, findRequest, requestDigest, type StepUpRequest } from '@/lib/staff/step-up/keep-request'
import { field } from '@/lib/web/admin/admin-action'
import { findSession } from '@/lib/web/admin/find-session'
import { expiredSession, signInAgain } from '@/lib/web/admin/keep-typed'
import { keepBack } from '@/lib/web/admin/read-back'
import { renewCookie } from '@/lib/web/admin/renew-cookie'
import { findResumable } from './resumable'

/** Verifies a code for the waiting request, and executes it. */
export async function confirmWithCode(form: FormData): Promise<void> {
  const { session, request, id } = await waiting(field(form, 'request'))
  const result = await checkCode(session, field(form, 'code'), new Date(), confirmed(session, request))
  if (!result.ok) redirect(await again(id, result.reason === 'wrong' ? 'code' : result.reason))
  await resumeRequest(session, id)
}

/** Verifies a passkey's answer for the waiting request, and executes it. */
export async function confirmWithPasskey(form: FormData): Promise<void> {
  const { session, request, id } = await waiting(field(form, 'request'))
  const shown = await verifyPasskey(session, field(form, 'answer'), new Date(), confirmed(session, request))
  if (!shown) redirect(await again(id, 'passkey'))
  await resumeRequest(session, id)
}

/** The page that asked, with the reason of a refusal. */
function again(id: string, problem: string): Promise<string> {
  return keepBack(`/admin/step-up/${id}?problem=${problem}`)
}

/** The request of this session; redirects staff who have not verified both factors. */
async function waiting(id: string): Promise<{ session: StaffSession; request: StepUpRequest; id: string }> {
  const session = await findSession()
  if (!session) redirect(await tooLate(id))
  if (!session.secondFactorAt) redirect('/admin/second-factor')
  const request = await findRequest(session.id, id)
  if (!request) redirect('/admin?problem=no_request')
  return { session, request, id }
}

/** Stores the waiting form for its author, as the session has expired. */
async function tooLate(id: string): Promise<string> {
  const now = new Date()
  const expired = await expiredSession(now)
  const request = expired && (await findRequest(expired.sessionId, id))
  return request ? signInAgain(request.verb, formOf(request), now) : '/admin/sign-in'
}

function formOf(request: StepUpRequest): FormData {
  const form = new FormData()
  for (const [name, value] of request.fields) form.append(name, value)
  return form
}

function confirmed(session: StaffSession, request: StepUpRequest) {
  return { verb: request.verb, digest: requestDigest(session.id, request) }
}

/** Executes the stored request immediately after the factor was verified. */
async function resumeRequest(session: StaffSession, id: string): Promise<never> {
  await renewCookie(session.id)
  const now = new Date()
  const request = await consumeRequest(session.id, id)
  const staff = staffOf({ ...session, secondFactorAt: now }, now)
  if (!request || !staff) redirect('/admin?problem=no_request')
  const action = findResumable(request.action)
  if (!action) redirect(request.back)
  if (staff.frozen) redirect('/admin')
  if (!may(staff.role, action.verb)) redirect('/admin?problem=role')
  redirect(await action.act(staff, formOf(request)))
}
