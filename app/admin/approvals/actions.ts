'use server'

import { approve as agreeTo, refuse as refuseIt, stopApproval } from '@/lib/approval-decisions/decide'
import { adminAction } from '@/lib/web/admin/admin-action'
import { idIn } from '@/lib/web/admin/read-field'

/** The second person agrees, and it is done, or scheduled. */
export const approve = adminAction(['approval.decide', 'Approve a request'], async (staff, form) => {
  const result = await agreeTo(staff, idIn(form), new Date())
  return after(form, result.ok && result.due ? 'scheduled' : 'agreed', result)
})

export const refuse = adminAction('approval.refuse', async (staff, form) =>
  after(form, 'refused', await refuseIt(staff, idIn(form), new Date())),
)

/** Anyone of the staff stops what is scheduled. */
export const stop = adminAction('approval.stop', async (staff, form) =>
  after(form, 'approval_stopped', await stopApproval(staff, idIn(form), new Date())),
)

function after(form: FormData, done: string, result: { ok: true } | { ok: false; reason: string }): string {
  return `/admin/approvals/${idIn(form)}?${result.ok ? `done=${done}` : `problem=${result.reason}`}`
}
