'use server'

import { askRole } from '@/lib/staff/colleague/change-role'
import { askDisable, disable } from '@/lib/staff/colleague/disable'
import { askEnable } from '@/lib/staff/colleague/enable'
import { endSessions } from '@/lib/staff/colleague/end-sessions'
import { inviteAgain, inviteColleague } from '@/lib/staff/colleague/invite-colleague'
import { askResetFactor } from '@/lib/staff/colleague/reset-factor'
import { deskAction, field } from '@/lib/web/desk/desk-action'
import { idIn } from '@/lib/web/desk/read-field'
import { StaffRole } from '@/prisma/generated/enums'

/** Takes somebody on, or asks a second person to agree to it. */
export const invite = deskAction(['staff.manage', 'Invite somebody'], async (staff, form) => {
  const role = Object.values(StaffRole).find((one) => one === field(form, 'role'))
  const typed = field(form, 'email')
  if (!role) return '/admin/staff?problem=role_missing'
  const result = await inviteColleague(staff, { typed, role, reason: reasonOf(form) }, new Date())
  if (!result.ok) return `/admin/staff?problem=${result.reason}`
  return result.approval ? `/admin/approvals/${result.approval}` : `/admin/staff/${result.id}?done=invited`
})

export const again = deskAction(['staff.manage', 'Invite somebody again'], async (staff, form) => {
  const sent = await inviteAgain(staff, idIn(form), new Date())
  return `${page(form)}?${sent ? 'done=invited' : 'problem=mails_wait'}`
})

export const changeTheirRole = deskAction(['staff.manage', 'Ask for another role'], async (staff, form) => {
  const role = Object.values(StaffRole).find((one) => one === field(form, 'role'))
  if (!role) return back(form, 'role_missing')
  const asked = { seen: field(form, 'seen'), role, reason: reasonOf(form) }
  return after(form, await askRole(staff, idIn(form), asked, new Date()))
})

/** An owner only with a second person. */
export const shutOutOne = deskAction(['staff.manage', 'Shut somebody out'], async (staff, form) => {
  const seen = field(form, 'seen')
  const now = new Date()
  if (seen === 'owner') return after(form, await askDisable(staff, idIn(form), reasonOf(form), now))
  const result = await disable(staff, idIn(form), seen, reasonOf(form), now)
  return result.ok ? `${page(form)}?done=disabled` : back(form, result.reason)
})

export const letBackIn = deskAction(['staff.manage', 'Ask to let somebody back in'], async (staff, form) =>
  after(form, await askEnable(staff, idIn(form), reasonOf(form), new Date())),
)

export const newFactor = deskAction(['staff.manage', 'Ask to reset a second factor'], async (staff, form) =>
  after(form, await askResetFactor(staff, idIn(form), reasonOf(form), new Date())),
)

export const endTheirs = deskAction('staff.end_session', async (staff, form) => {
  await endSessions(staff, { userId: idIn(form) }, new Date())
  return `${page(form)}?done=sessions_ended`
})

export const endEverybodys = deskAction('staff.end_session', async (staff) => {
  await endSessions(staff, 'everybody', new Date())
  return '/admin/staff?done=sessions_ended'
})

function reasonOf(form: FormData): string {
  return field(form, 'reason').slice(0, 300)
}

function page(form: FormData): string {
  return `/admin/staff/${idIn(form)}`
}

/** What was typed comes back. */
function back(form: FormData, problem: string): string {
  return `${page(form)}?${new URLSearchParams({ problem, reason: reasonOf(form) })}`
}

function after(form: FormData, result: { ok: true; approval: string } | { ok: false; reason: string }): string {
  return result.ok ? `/admin/approvals/${result.approval}` : back(form, result.reason)
}
