'use server'

import { handOverForms } from '@/lib/staff/drafts/hand-over-forms'
import { canApprove } from '@/lib/staff/roles'
import { disable, requestDisable } from '@/lib/staff-accounts/disable'
import { endSessions } from '@/lib/staff-accounts/end-sessions'
import { inviteAgain, requestInvitation } from '@/lib/staff-accounts/invite-staff'
import { requestEnable, requestFactorReset, requestRole } from '@/lib/staff-accounts/staff-changes'
import { adminAction, field } from '@/lib/web/admin/admin-action'
import { idIn } from '@/lib/web/admin/read-field'
import { StaffRole } from '@/prisma/generated/enums'
import { confirmed } from '../confirm/confirmed'

/** Adds a member of staff, or requests approval for it. */
export const invite = adminAction(['staff.manage', 'Invite someone'], async (staff, form) => {
  const role = Object.values(StaffRole).find((one) => one === field(form, 'role'))
  const typed = field(form, 'email')
  if (!role) return '/admin/staff?problem=role_missing'
  const result = await requestInvitation(staff, { typed, role, reason: reasonOf(form) }, new Date())
  if (!result.ok) return `/admin/staff?problem=${result.reason}`
  return result.approval ? `/admin/approvals/${result.approval}` : `/admin/staff/${result.id}?done=invited`
})

export const again = adminAction(['staff.manage', 'Invite again'], async (staff, form) => {
  const sent = await inviteAgain(staff, idIn(form), new Date())
  return `${page(form)}?${sent ? 'done=invited' : 'problem=mails_wait'}`
})

export const changeTheirRole = adminAction(['staff.manage', 'Request a role change'], async (staff, form) => {
  const role = Object.values(StaffRole).find((one) => one === field(form, 'role'))
  if (!role) return back(form, 'role_missing')
  const asked = { expected: field(form, 'expected'), role, reason: reasonOf(form) }
  return after(form, await requestRole(staff, idIn(form), asked, new Date()))
})

/** Disables somebody's access. If their role can approve, this requires approval, and they are frozen until then. */
export const disableAccess = adminAction(
  ['staff.manage', 'Disable access'],
  confirmed('disable-access', async (staff, form) => {
    const expected = field(form, 'expected')
    const now = new Date()
    const role = Object.values(StaffRole).find((one) => one === expected)
    if (!role || canApprove(role)) return after(form, await requestDisable(staff, idIn(form), reasonOf(form), now))
    const result = await disable(staff, idIn(form), expected, reasonOf(form), now)
    return result.ok ? `${page(form)}?done=disabled` : back(form, result.reason)
  }),
)

export const restoreAccess = adminAction(['staff.manage', 'Request to restore access'], async (staff, form) =>
  after(form, await requestEnable(staff, idIn(form), reasonOf(form), new Date())),
)

/** Hands a former colleague's unfinished forms to somebody who may finish them. */
export const giveForms = adminAction(['staff.manage', 'Hand over unfinished forms'], async (staff, form) => {
  const result = await handOverForms(staff, idIn(form), field(form, 'to'), new Date())
  return `${page(form)}?${result.ok ? 'done=forms_handed_over' : `problem=${result.reason}`}`
})

export const newFactor = adminAction(
  ['staff.manage', 'Request to reset a second factor'],
  confirmed('reset-factors', async (staff, form) =>
    after(form, await requestFactorReset(staff, idIn(form), reasonOf(form), new Date())),
  ),
)

export const endStaffSessions = adminAction(
  ['staff.end_session', 'End a colleague’s sessions'],
  confirmed('end-staff-sessions', async (staff, form) => {
    const result = await endSessions(staff, { userId: idIn(form) }, new Date())
    return `${page(form)}?${result.ok ? 'done=sessions_ended' : `problem=${result.reason}`}`
  }),
)

export const endAllSessions = adminAction(
  ['staff.end_session', 'End everyone’s sessions'],
  confirmed('end-all-sessions', async (staff) => {
    const result = await endSessions(staff, 'everybody', new Date())
    return `/admin/staff?${result.ok ? 'done=sessions_ended' : `problem=${result.reason}`}`
  }),
)

function reasonOf(form: FormData): string {
  return field(form, 'reason').slice(0, 300)
}

function page(form: FormData): string {
  return `/admin/staff/${idIn(form)}`
}

/** The form comes back with what was typed. */
function back(form: FormData, problem: string): string {
  return `${page(form)}?${new URLSearchParams({ problem, reason: reasonOf(form) })}`
}

function after(form: FormData, result: { ok: true; approval: string } | { ok: false; reason: string }): string {
  return result.ok ? `/admin/approvals/${result.approval}` : back(form, result.reason)
}
