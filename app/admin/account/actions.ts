'use server'

import { endOtherSessions, endSession } from '@/lib/staff/end-session'
import { type RemoveResult, removeApp, removePasskey } from '@/lib/staff/factor/remove-factor'
import { renewRecoveryCodes } from '@/lib/staff/factor/renew-recovery-codes'
import { deskAction, field } from '@/lib/web/desk/desk-action'
import { requireFresh } from '@/lib/web/desk/factor-session'
import { forgetCodes, showOnce } from '@/lib/web/desk/show-once'

/** Ends another session of one's own. */
export const endOther = deskAction('account.manage', async (staff, form) => {
  await requireFresh()
  await endSession(staff, field(form, 'session'), new Date())
  return '/admin/account?done=session_ended'
})

export const endOthers = deskAction('account.manage', async (staff) => {
  await requireFresh()
  await endOtherSessions(staff, new Date())
  return '/admin/account?done=others_ended'
})

/** Ten new recovery codes; the old ones die. */
export const renewCodes = deskAction('account.manage', async (staff) => {
  await requireFresh()
  await showOnce(await renewRecoveryCodes(staff, new Date()))
  return '/admin/account/recovery-codes'
})

export const dropPasskey = deskAction('account.manage', async (staff, form) => {
  await requireFresh()
  return after(await removePasskey(staff, field(form, 'passkey'), new Date()))
})

export const dropApp = deskAction('account.manage', async (staff) => {
  await requireFresh()
  return after(await removeApp(staff, new Date()))
})

/** The codes are written down. */
export const haveCodes = deskAction('account.manage', async () => {
  await forgetCodes()
  return '/admin'
})

function after(result: RemoveResult): string {
  return `/admin/account?${result.ok ? 'done=factor_removed' : `problem=${result.reason}`}`
}
