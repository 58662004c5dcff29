'use server'

import { publishProposal, returnProposal } from '@/lib/coalition/member-proposals/decide-proposal'
import { adminAction, field } from '@/lib/web/admin/admin-action'
import { saveForm } from '@/lib/web/admin/form-action'

const room = '/admin/coalition/members/proposals'

/** Publishes what the page showed. */
export const publish = adminAction('coalition.write', async (staff, form) => {
  const result = await publishProposal(staff, field(form, 'id'), field(form, 'expectedVersion'), new Date())
  return `${room}?${result.ok ? 'done=proposal_published' : 'problem=changed'}`
})

/** Returns it to the member, with a reason. */
export const giveBack = adminAction('coalition.write', (staff, form) => {
  const ways = {
    name: 'proposal',
    form: ({ id = '' }) => `${room}/${encodeURIComponent(id)}`,
    saved: () => `${room}?done=proposal_returned`,
  }
  return saveForm(staff, form, ways, async ({ id = '', reason = '' }, now) => {
    const result = await returnProposal(staff, id, reason, now)
    if (result.ok) return { ok: true, id }
    const errors: Record<string, string[]> =
      result.reason === 'changed' ? { form: ['changed'] } : { reason: ['missing'] }
    return { ok: false, errors }
  })
})
