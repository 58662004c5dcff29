'use server'

import { readForm } from '@/lib/coalition/desk/read-form'
import {
  addGovernment,
  governmentForm,
  governmentKey,
  removeGovernment,
  saveGovernment,
} from '@/lib/coalition/desk/save-government'
import { deskAction, field } from '@/lib/web/desk/desk-action'
import { saveForm } from '@/lib/web/desk/form-action'

const room = '/admin/coalition/governments'
const ways = {
  name: 'government',
  form: ({ id = '' }) => `${room}/${governmentKey(id) ? id : 'new'}`,
  saved: () => `${room}?done=saved`,
}

/** Adds an address, or changes the one that is named. */
export const save = deskAction('coalition.write', (staff, form) =>
  saveForm(staff, form, ways, async (fields, now) => {
    const read = readForm(governmentForm, fields)
    if (!read.ok) return read
    const { id = '', seen = '' } = fields
    return id ? saveGovernment(staff, id, seen, read.form, now) : addGovernment(staff, read.form, now)
  }),
)

export const remove = deskAction('coalition.write', async (staff, form) => {
  const result = await removeGovernment(staff, field(form, 'id'), field(form, 'seen'), new Date())
  return `${room}?${result.ok ? 'done=address_removed' : 'problem=changed'}`
})
