'use server'

import { readForm } from '@/lib/coalition/admin/read-form'
import { addSource, saveSource, sourceForm } from '@/lib/coalition/admin/save-source'
import { adminAction } from '@/lib/web/admin/admin-action'
import { saveForm } from '@/lib/web/admin/form-action'

const room = '/admin/coalition/sources'
const ways = {
  name: 'source',
  form: ({ id = '' }) => `${room}/${id ? encodeURIComponent(id) : 'new'}`,
  saved: () => `${room}?done=saved`,
}

/** Adds a source, or changes the one that is named. */
export const save = adminAction('coalition.write', (staff, form) =>
  saveForm(staff, form, ways, async (fields, now) => {
    const read = readForm(sourceForm, fields)
    if (!read.ok) return read
    const { id = '', seen = '' } = fields
    return id ? saveSource(staff, id, seen, read.form, now) : addSource(staff, read.form, now)
  }),
)
