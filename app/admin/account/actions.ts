'use server'

import { endOtherSessions, endSession } from '@/lib/staff/end-session'
import { type RemoveResult, removeApp, removePasskey } from '@/lib/staff/factor/remove-factor'
import { renewRecoveryCodes } from '@/lib/staff/factor/renew-recovery-codes'
import { noticeGroupNames } from '@/lib/staff/notices/notice-groups'
import { type NoticeTimings, readTiming, saveNotices } from '@/lib/staff/notices/save-notices'
import { saveLanguage } from '@/lib/staff/save-language'
import { saveName } from '@/lib/staff/save-name'
import { saveTheme } from '@/lib/staff/save-theme'
import { saveTimeZone } from '@/lib/staff/save-time-zone'
import { adminAction, field } from '@/lib/web/admin/admin-action'
import { idIn } from '@/lib/web/admin/read-field'
import { purgeShownCodes, showOnce } from '@/lib/web/admin/show-once'
import { Unreadable } from '@/lib/web/admin/unreadable'
import { confirmed } from '../confirm/confirmed'

export const setTimeZone = adminAction('account.manage', async (staff, form) => {
  const result = await saveTimeZone(staff, field(form, 'zone'), new Date())
  return `/admin/account?${result.ok ? 'done=saved' : `problem=${result.reason}`}`
})

/** Sets the name that colleagues see. */
export const setName = adminAction('account.manage', async (staff, form) => {
  const result = await saveName(staff, field(form, 'name'), new Date())
  return `/admin/account?${result.ok ? 'done=saved' : `problem=${result.reason}`}`
})

export const setLanguage = adminAction('account.manage', async (staff, form) => {
  const result = await saveLanguage(staff, field(form, 'language'), new Date())
  return `/admin/account?${result.ok ? 'done=saved' : `problem=${result.reason}`}`
})

export const setTheme = adminAction('account.manage', async (staff, form) => {
  const result = await saveTheme(staff, field(form, 'theme'), new Date())
  return `/admin/account?${result.ok ? 'done=saved' : `problem=${result.reason}`}`
})

/** Sets when notices are mailed. */
export const setNotices = adminAction('account.manage', async (staff, form) => {
  await saveNotices(staff, timingsIn(form), new Date())
  return '/admin/account/notices?done=saved'
})

/**
 * The groups in the form; groups of other roles are not in it.
 * @throws Unreadable
 */
function timingsIn(form: FormData): Partial<NoticeTimings> {
  const named = noticeGroupNames.filter((name) => form.has(name))
  return Object.fromEntries(
    named.map((name) => {
      const timing = readTiming(name, field(form, name))
      if (timing === null) throw new Unreadable(name)
      return [name, timing]
    }),
  )
}

/** Ends another of the person's own sessions. */
export const endOtherSession = adminAction(
  ['factor.manage', 'End another session'],
  confirmed('end-session', async (staff, form) => {
    await endSession(staff, idIn(form, 'session'), new Date())
    return '/admin/account?done=session_ended'
  }),
)

export const endAllOtherSessions = adminAction(
  ['factor.manage', 'End all other sessions'],
  confirmed('end-other-sessions', async (staff) => {
    await endOtherSessions(staff, new Date())
    return '/admin/account?done=others_ended'
  }),
)

/** Makes ten new recovery codes; the old ones become invalid. */
export const renewCodes = adminAction(
  ['factor.manage', 'Create new recovery codes'],
  confirmed('renew-codes', async (staff) => {
    await showOnce('recovery codes', await renewRecoveryCodes(staff, new Date()))
    return '/admin/account/recovery-codes'
  }),
)

export const dropPasskey = adminAction(
  ['factor.manage', 'Remove a passkey'],
  confirmed('remove-passkey', async (staff, form) => {
    return after(await removePasskey(staff, field(form, 'passkey'), new Date()))
  }),
)

export const dropApp = adminAction(
  ['factor.manage', 'Remove the authenticator app'],
  confirmed('remove-app', async (staff) => {
    return after(await removeApp(staff, new Date()))
  }),
)

/** Deletes the shown codes, once the person has saved them. */
export const haveCodes = adminAction('account.manage', async () => {
  await purgeShownCodes()
  return '/admin'
})

function after(result: RemoveResult): string {
  return `/admin/account?${result.ok ? 'done=factor_removed' : `problem=${result.reason}`}`
}
