'use server'

import { endSession } from '@/lib/staff/end-session'
import { renewRecoveryCodes } from '@/lib/staff/factor/renew-recovery-codes'
import { deskAction, field } from '@/lib/web/desk/desk-action'
import { forgetCodes, showOnce } from '@/lib/web/desk/show-once'

/** Ends another session of one's own. */
export const endOther = deskAction('account.manage', async (staff, form) => {
  await endSession(staff, field(form, 'session'), new Date())
  return '/admin/account?done=session_ended'
})

/** Ten new recovery codes; the old ones die. */
export const renewCodes = deskAction('account.manage', async (staff) => {
  await showOnce(await renewRecoveryCodes(staff, new Date()))
  return '/admin/account/recovery-codes'
})

/** The codes are written down. */
export const haveCodes = deskAction('account.manage', async () => {
  await forgetCodes()
  return '/admin'
})
