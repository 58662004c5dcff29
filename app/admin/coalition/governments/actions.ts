'use server'

import { readForm } from '@/lib/coalition/admin/read-form'
import {
  addGovernment,
  governmentForm,
  governmentKey,
  removeGovernment,
  saveGovernment,
} from '@/lib/coalition/admin/save-government'
import { adminAction, field } from '@/lib/web/admin/admin-action'
import { saveForm } from '@/lib/web/admin/form-action'

const room = '/admin/coalition/governments'
const ways = {
  name: 'government',
  form: ({ id = '' }) => `${room}/${governmentKey(id) ? id : 'new'}`,
  saved: () => `${room}?done=saved`,
}

/** Asks a second person to add an address, or to change the one that is named. */
export const save = adminAction('coalition.write', (staff, form) =>
  saveForm(staff, form, ways, async (fields, now) => {
    const read = readForm(governmentForm, fields)
    if (!read.ok) return read
    const { id = '', seen = '' } = fields
    const reason = (fields.reason ?? '').slice(0, 300)
    if (!id) return addGovernment(staff, read.form, reason, now)
    return saveGovernment(staff, id, seen, { form: read.form, reason }, now)
  }),
)

export const remove = adminAction('coalition.write', async (staff, form) => {
  const [id, seen, why] = [field(form, 'id'), field(form, 'seen'), field(form, 'why').slice(0, 300)]
  const result = await removeGovernment(staff, id, seen, why, new Date())
  return result.ok && result.approval ? `/admin/approvals/${result.approval}?done=asked` : `${room}?problem=changed`
})
