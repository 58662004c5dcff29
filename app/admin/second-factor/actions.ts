'use server'

import { redirect } from 'next/navigation'
import { listKeptForms } from '@/lib/staff/drafts/kept-form'
import { checkCode } from '@/lib/staff/factor/check-code'
import { enrolTotp } from '@/lib/staff/factor/enrol-totp'
import type { StaffSession } from '@/lib/staff/find-staff-session'
import { addPasskey } from '@/lib/staff/passkey/add-passkey'
import { verifyPasskey } from '@/lib/staff/passkey/show-passkey'
import { field } from '@/lib/web/admin/admin-action'
import { sessionToCheck, sessionToEnrol } from '@/lib/web/admin/factor-session'
import { keptPath } from '@/lib/web/admin/kept-path'
import { rememberBrowser } from '@/lib/web/admin/known-browser'
import { renewCookie } from '@/lib/web/admin/renew-cookie'
import { showOnce } from '@/lib/web/admin/show-once'

/** Takes the second factor of a session that a link opened. */
export async function giveCode(form: FormData): Promise<void> {
  const session = await sessionToCheck()
  const result = await checkCode(session, field(form, 'code'), new Date())
  if (!result.ok) redirect(`/admin/second-factor?problem=${result.reason === 'wrong' ? 'code' : result.reason}`)
  await resumeRequest(session)
}

/** Takes a passkey as the second factor. */
export async function givePasskey(form: FormData): Promise<void> {
  const session = await sessionToCheck()
  if (!(await verifyPasskey(session, field(form, 'answer'), new Date())))
    redirect('/admin/second-factor?problem=passkey')
  await resumeRequest(session)
}

/** Takes the first code of an authenticator app that is being set up. */
export async function confirmApp(form: FormData): Promise<void> {
  const session = await sessionToEnrol()
  const codes = await enrolTotp(session, field(form, 'code'), new Date())
  if (!codes) redirect('/admin/second-factor/set-up?problem=code')
  await signedIn(session)
  await showOnce('recovery codes', codes)
  redirect('/admin/account/recovery-codes')
}

/** Takes the passkey that the browser made. */
export async function confirmPasskey(form: FormData): Promise<void> {
  const session = await sessionToEnrol()
  const result = await addPasskey(session, field(form, 'name'), field(form, 'answer'), new Date())
  const back = session.secondFactorAt ? '/admin/account' : '/admin/second-factor/set-up'
  if (!result.ok) redirect(`${back}?problem=${result.reason}`)
  await signedIn(session)
  if (result.codes) await showOnce('recovery codes', result.codes)
  redirect(result.codes ? '/admin/account/recovery-codes' : '/admin/account?done=passkey_added')
}

/** A factor was verified or set up: the session gets a new token; a new session is in a known browser from now on. */
async function signedIn(session: StaffSession): Promise<void> {
  await renewCookie(session.id)
  if (!session.secondFactorAt) await rememberBrowser(session)
}

/**
 * To what was typed when the last session had ended; otherwise to the admin area, or back to the account page if the
 * factor was requested again there.
 */
async function resumeRequest(session: StaffSession): Promise<never> {
  await signedIn(session)
  if (session.secondFactorAt) redirect('/admin/account')
  const [kept] = await listKeptForms(session.user)
  redirect(kept && Date.now() - kept.at.getTime() < JUST_NOW ? keptPath(kept) : '/admin')
}

/** In ms: who signs in again after a longer time finds it on the first page. */
const JUST_NOW = 3_600_000
