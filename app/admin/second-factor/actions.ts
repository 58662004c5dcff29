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

/** Verifies a code as the second factor of a session that a link opened. */
export async function giveCode(form: FormData): Promise<void> {
  const session = await sessionToCheck()
  const result = await checkCode(session, field(form, 'code'), new Date())
  if (!result.ok) redirect(`/admin/second-factor?problem=${result.reason === 'wrong' ? 'code' : result.reason}`)
  await resumeRequest(session)
}

/** Verifies a passkey as the second factor. */
export async function givePasskey(form: FormData): Promise<void> {
  const session = await sessionToCheck()
  if (!(await verifyPasskey(session, field(form, 'answer'), new Date())))
    redirect('/admin/second-factor?problem=passkey')
  await resumeRequest(session)
}

/** Verifies the first code of an authenticator app that is being set up. */
export async function confirmApp(form: FormData): Promise<void> {
  const session = await sessionToEnrol()
  const codes = await enrolTotp(session, field(form, 'code'), new Date())
  if (!codes) redirect('/admin/second-factor/set-up?problem=code')
  await signedIn(session)
  await showOnce('recovery codes', codes)
  redirect('/admin/account/recovery-codes')
}

/** Stores the passkey that the browser created. */
export async function confirmPasskey(form: FormData): Promise<void> {
  const session = await sessionToEnrol()
  const result = await addPasskey(session, field(form, 'name'), field(form, 'answer'), new Date())
  const back = session.secondFactorAt ? '/admin/account' : '/admin/second-factor/set-up'
  if (!result.ok) redirect(`${back}?problem=${result.reason}`)
  await signedIn(session)
  if (result.codes) await showOnce('recovery codes', result.codes)
  redirect(result.codes ? '/admin/account/recovery-codes' : '/admin/account?done=passkey_added')
}

/** After a factor was verified or set up: renews the session's token, and records the browser of a new session. */
async function signedIn(session: StaffSession): Promise<void> {
  await renewCookie(session.id)
  if (!session.secondFactorAt) await rememberBrowser(session)
}

/**
 * Redirects to the form whose session had ended; otherwise to the admin area, or to the account page if a factor was
 * verified again there.
 */
async function resumeRequest(session: StaffSession): Promise<never> {
  await signedIn(session)
  if (session.secondFactorAt) redirect('/admin/account')
  const [kept] = await listKeptForms(session.user)
  redirect(kept && Date.now() - kept.at.getTime() < JUST_NOW ? keptPath(kept) : '/admin')
}

/** In ms; after a longer time the form is only listed on Home. */
const JUST_NOW = 3_600_000
