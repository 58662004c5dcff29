'use server'

import { redirect } from 'next/navigation'
import { checkCode } from '@/lib/staff/factor/check-code'
import { enrolTotp } from '@/lib/staff/factor/enrol-totp'
import { field } from '@/lib/web/desk/desk-action'
import { sessionToCheck, sessionToEnrol } from '@/lib/web/desk/factor-session'
import { showOnce } from '@/lib/web/desk/show-once'

/** Takes the second factor of a session that a link opened. */
export async function giveCode(form: FormData): Promise<void> {
  const result = await checkCode(await sessionToCheck(), field(form, 'code'), new Date())
  redirect(result.ok ? '/admin' : `/admin/second-factor?problem=${result.reason === 'wrong' ? 'code' : result.reason}`)
}

/** Takes the first code of an authenticator app that is being set up. */
export async function confirmApp(form: FormData): Promise<void> {
  const session = await sessionToEnrol()
  const codes = await enrolTotp(session, field(form, 'code'), new Date())
  if (!codes) redirect('/admin/second-factor/set-up?problem=code')
  await showOnce(codes)
  redirect('/admin/account/recovery-codes')
}
