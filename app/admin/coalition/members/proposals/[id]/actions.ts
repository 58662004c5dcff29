'use server'

import { publishProposal, returnProposal } from '@/lib/coalition/member-proposals/decide-proposal'
import { findWaiting } from '@/lib/coalition/member-proposals/list-proposals'
import type { Staff } from '@/lib/staff/staff'
import { adminAction, field } from '@/lib/web/admin/admin-action'
import { saveForm } from '@/lib/web/admin/form-action'

const room = '/admin/coalition/members/proposals'
/** Unsaved input is stored, and linked from there. */
const decidedAlready = `${room}?problem=changed`

/** Publishes the logo that the page showed. */
export const publish = adminAction('coalition.write', async (staff, form) => {
  const result = await publishProposal(staff, field(form, 'id'), field(form, 'expectedVersion'), new Date())
  return result.ok ? `${room}?done=proposal_published` : decidedAlready
})

/** Publishes the texts that the page showed, as the editor corrected them. */
export const publishWords = adminAction('coalition.write', async (staff, form) => {
  const shown = await formOf(staff, form)
  if (!shown) return decidedAlready
  const ways = { name: 'proposal-words', form: shown, saved: () => `${room}?done=proposal_published` }
  return saveForm(staff, form, ways, async ({ id = '', expectedVersion = '', ...typed }, now) => {
    const result = await publishProposal(staff, id, expectedVersion, now, typed)
    if (result.ok) return { ok: true, id }
    return { ok: false, errors: result.reason === 'invalid' ? result.errors : { form: ['changed'] } }
  })
})

/** Returns it to the member, with a reason. */
export const giveBack = adminAction('coalition.write', async (staff, form) => {
  const shown = await formOf(staff, form)
  if (!shown) return decidedAlready
  const ways = { name: 'proposal', form: shown, saved: () => `${room}?done=proposal_returned` }
  return saveForm(staff, form, ways, async ({ id = '', reason = '' }, now) => {
    const result = await returnProposal(staff, id, reason, now)
    if (result.ok) return { ok: true, id }
    const errors: Record<string, string[]> =
      result.reason === 'changed' ? { form: ['changed'] } : { reason: ['missing'] }
    return { ok: false, errors }
  })
})

/**
 * The page of the member's current proposal, which shows the typed text beside the changes. Null if another editor has
 * decided and no proposal waits.
 */
async function formOf(staff: Staff, form: FormData): Promise<(() => string) | null> {
  const waiting = await findWaiting(staff, field(form, 'member'), field(form, 'part'))
  return waiting ? () => `${room}/${encodeURIComponent(waiting)}` : null
}
