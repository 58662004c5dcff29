'use server'

import { approve as agreeTo, refuse as refuseIt, stopApproval } from '@/lib/approval-decisions/decide'
import { auditSample } from '@/lib/bulk-actions/open-sample'
import { mailTest as mailDraft } from '@/lib/mailings/test-mailing'
import { findApproval } from '@/lib/staff/approvals/list-approvals'
import { adminAction, field } from '@/lib/web/admin/admin-action'
import { idIn } from '@/lib/web/admin/read-field'
import { sealQuery } from '@/lib/web/admin/sealed-query'

/** Approves a request, which is then executed or scheduled. */
export const approve = adminAction(['approval.decide', 'Approve a request'], async (staff, form) => {
  const result = await agreeTo(staff, idIn(form), new Date())
  return after(form, result.ok && result.due ? 'scheduled' : 'agreed', result)
})

export const refuse = adminAction('approval.refuse', async (staff, form) =>
  after(form, 'refused', await refuseIt(staff, idIn(form), new Date())),
)

/** Stops a scheduled act; any of the staff may. */
export const stop = adminAction('approval.stop', async (staff, form) =>
  after(form, 'approval_stopped', await stopApproval(staff, idIn(form), new Date())),
)

/** Opens the signers in the sample of a bulk action; the keys that were logged travel sealed. */
export const openNames = adminAction(['signature.open', 'Open the signers of a sample'], async (staff, form) => {
  const [id, now] = [idIn(form), new Date()]
  const audited = await auditSample(staff, id, field(form, 'why').slice(0, 200), now)
  if (!audited.ok) return after(form, '', audited)
  return `/admin/approvals/${id}?signers=${sealQuery(staff, `sample ${id}`, audited.keys.join(' '), now)}#signers`
})

/** Mails the current mailing to the person who asks, and nobody else. */
export const mailTest = adminAction('update.write', async (staff, form) => {
  const now = new Date()
  const approval = await findApproval(staff, idIn(form), now)
  const mailing = approval?.verb === 'update.send' ? approval.subject.slice('update:'.length) : ''
  return after(form, 'test_sent', await mailDraft(staff, mailing, now))
})

function after(form: FormData, done: string, result: { ok: true } | { ok: false; reason: string }): string {
  return `/admin/approvals/${idIn(form)}?${result.ok ? `done=${done}` : `problem=${result.reason}`}`
}
