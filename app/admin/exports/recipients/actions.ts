'use server'

import { removeRecipient, saveRecipient } from '@/lib/exports/saved-recipients'
import { adminAction, field } from '@/lib/web/admin/admin-action'
import { saveForm } from '@/lib/web/admin/form-action'
import { confirmed } from '../../confirm/confirmed'

const page = '/admin/exports/recipients'

/** Saves the public key of a body. */
export const add = adminAction(['recipient.manage', 'Save a recipient'], (staff, form) => {
  const ways = { name: 'recipient', form: () => page, saved: () => `${page}?done=recipient_saved` }
  return saveForm(staff, form, ways, (fields, now) => saveRecipient(staff, fields, now))
})

export const remove = adminAction(
  ['recipient.manage', 'Remove a recipient'],
  confirmed('remove-recipient', async (staff, form) => {
    const removed = await removeRecipient(staff, field(form, 'id'), new Date())
    return `${page}?${removed.ok ? 'done=recipient_removed' : 'problem=changed'}`
  }),
)
