'use server'

import { activityForm } from '@/lib/coalition/admin/activity-form'
import { publishActivity, withdrawActivity } from '@/lib/coalition/admin/publish-activity'
import { readForm } from '@/lib/coalition/admin/read-form'
import { addActivity, saveActivity } from '@/lib/coalition/admin/save-activity'
import { isId } from '@/lib/input/id'
import { adminAction, field } from '@/lib/web/admin/admin-action'
import { saveForm } from '@/lib/web/admin/form-action'

const room = '/admin/coalition/activities'
const ways = {
  name: 'activity',
  form: ({ id = '' }) => `${room}/${isId(id) ? id : 'new'}`,
  saved: (id: string) => `${room}/${id}?done=saved`,
}

/** Adds an activity, or changes the one that is named. */
export const save = adminAction('coalition.write', (staff, form) =>
  saveForm(staff, form, ways, async (fields, now) => {
    const read = readForm(activityForm, fields)
    if (!read.ok) return read
    const { id = '', seen = '' } = fields
    return id ? saveActivity(staff, id, seen, read.form, now) : addActivity(staff, read.form, now)
  }),
)

export const publish = adminAction('coalition.write', async (staff, form) =>
  after(form, 'published', await publishActivity(staff, field(form, 'id'), new Date())),
)

export const withdraw = adminAction('coalition.write', async (staff, form) =>
  after(form, 'taken_off', await withdrawActivity(staff, field(form, 'id'), new Date())),
)

function after(form: FormData, done: string, result: { ok: true } | { ok: false; reason: string }): string {
  const id = field(form, 'id')
  const query = result.ok ? `done=${done}` : `problem=${result.reason}`
  return isId(id) ? `${room}/${id}?${query}` : `${room}?${query}`
}
