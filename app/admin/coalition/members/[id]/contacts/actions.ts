'use server'

import { auditOpening } from '@/lib/coalition/admin/open-sealed'
import { readForm } from '@/lib/coalition/entities/fields'
import { addContact, contactForm, removeContact } from '@/lib/coalition/member-access/member-contacts'
import { isId } from '@/lib/input/id'
import { adminAction, field } from '@/lib/web/admin/admin-action'
import { saveForm } from '@/lib/web/admin/form-action'
import { sealQuery } from '@/lib/web/admin/sealed-query'
import { locales } from '@/messages/translator'
import { confirmed } from '../../../../confirm/confirmed'

/** Adds a contact and mails the first link. */
export const add = adminAction('coalition.decide', (staff, form) => {
  const ways = {
    name: 'member contact',
    form: ({ id = '' }) => pageOf(id),
    saved: (id: string) => `${pageOf(id)}?done=contact_added`,
  }
  return saveForm(staff, form, ways, async ({ id = '', ...fields }, now) => {
    const read = readForm(contactForm(locales), fields)
    return read.ok ? addContact(staff, id, read.form, now) : read
  })
})

export const remove = adminAction(
  'coalition.decide',
  confirmed('remove-contact', async (staff, form) => {
    const result = await removeContact(staff, field(form, 'id'), new Date())
    return `${pageOf(field(form, 'member'))}?${result.ok ? 'done=contact_removed' : 'problem=changed'}`
  }),
)

/** Shows the addresses for ten minutes. */
export const open = adminAction('coalition.open', async (staff, form) => {
  const id = field(form, 'id')
  const now = new Date()
  const opened = await auditOpening(staff, 'member', id, now)
  return `${pageOf(id)}?${opened.ok ? `opened=${sealQuery(staff, 'contacts', id, now)}` : `problem=${opened.reason}`}`
})

function pageOf(id: string): string {
  return isId(id) ? `/admin/coalition/members/${id}/contacts` : '/admin/coalition/members'
}
