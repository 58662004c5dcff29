'use server'

import { findApproval } from '@/lib/staff/approvals/list-approvals'
import { refuseApproval } from '@/lib/staff/approvals/refuse-approval'
import { deskAction, field } from '@/lib/web/desk/desk-action'
import { carryOut } from './carry-out'

/** The second person agrees, and it is done. */
export const agree = deskAction(['approval.decide', 'Approve what a colleague asks for'], async (staff, form) => {
  const now = new Date()
  const approval = await findApproval(staff, field(form, 'id'), now)
  const act = approval && carryOut[approval.verb]
  if (!act) return '/admin/approvals?problem=changed'
  return after(approval.id, 'agreed', await act(staff, approval.id, now))
})

export const refuse = deskAction('approval.refuse', async (staff, form) => {
  const now = new Date()
  const approval = await findApproval(staff, field(form, 'id'), now)
  if (!approval) return '/admin/approvals?problem=changed'
  return after(approval.id, 'refused', await refuseApproval(staff, approval.id, now))
})

function after(id: string, done: string, result: { ok: true } | { ok: false; reason: string }): string {
  return `/admin/approvals/${id}?${result.ok ? `done=${done}` : `problem=${result.reason}`}`
}
