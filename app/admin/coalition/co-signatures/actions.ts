'use server'

import { auditOpening } from '@/lib/coalition/admin/open-sealed'
import { decideCoSignature, removeCoSignature } from '@/lib/coalition/decide-co-signature'
import { isId } from '@/lib/input/id'
import { adminAction, field } from '@/lib/web/admin/admin-action'
import { sealQuery } from '@/lib/web/admin/sealed-query'
import { confirmed } from '../../confirm/confirmed'

const room = '/admin/coalition/co-signatures'

export const accept = adminAction('coalition.decide', async (staff, form) =>
  after(form, 'co_signature_approved', await decideCoSignature(staff, field(form, 'id'), 'approved', new Date())),
)

export const decline = adminAction(
  'coalition.decide',
  confirmed('decline-co-signature', async (staff, form) =>
    after(form, 'co_signature_declined', await decideCoSignature(staff, field(form, 'id'), 'declined', new Date())),
  ),
)

/** Removes a co-signature from its letter, at once. */
export const remove = adminAction(
  'coalition.decide',
  confirmed('remove-co-signature', async (staff, form) => {
    const why = field(form, 'why').slice(0, 500)
    const result = why
      ? await removeCoSignature(staff, field(form, 'id'), why, new Date())
      : ({ ok: false, reason: 'why_missing' } as const)
    return after(form, 'co_signature_removed', result)
  }),
)

/** Shows the representative's details for ten minutes. */
export const open = adminAction('coalition.open', async (staff, form) => {
  const id = field(form, 'id')
  const now = new Date()
  const opened = await auditOpening(staff, 'co_signature', id, now)
  if (!opened.ok) return isId(id) ? `${room}/${id}?problem=${opened.reason}` : room
  return `${room}/${id}?opened=${sealQuery(staff, 'co-signature', id, now)}`
})

function after(form: FormData, done: string, result: { ok: true } | { ok: false; reason: string }): string {
  const id = field(form, 'id')
  const problem = !result.ok && ['own_invitation', 'why_missing'].includes(result.reason) ? result.reason : 'changed'
  const query = result.ok ? `done=${done}` : `problem=${problem}`
  return isId(id) ? `${room}/${id}?${query}` : `${room}?problem=changed`
}
