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

/** Asks a second person to add an address, or to change the one that is named. */
export const save = deskAction('coalition.write', (staff, form) =>
  saveForm(staff, form, ways, async (fields, now) => {
    const read = readForm(governmentForm, fields)
    if (!read.ok) return read
    const { id = '', seen = '' } = fields
    const reason = (fields.reason ?? '').slice(0, 300)
    if (!id) return addGovernment(staff, read.form, reason, now)
    return saveGovernment(staff, id, seen, { form: read.form, reason }, now)
  }),
)

export const remove = deskAction('coalition.write', async (staff, form) => {
  const [id, seen, why] = [field(form, 'id'), field(form, 'seen'), field(form, 'why').slice(0, 300)]
  const result = await removeGovernment(staff, id, seen, why, new Date())
  return result.ok && result.approval ? `/admin/approvals/${result.approval}?done=asked` : `${room}?problem=changed`
})
