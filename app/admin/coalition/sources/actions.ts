'use server'

import { readForm } from '@/lib/coalition/desk/read-form'
import { addSource, saveSource, sourceForm } from '@/lib/coalition/desk/save-source'
import { deskAction } from '@/lib/web/desk/desk-action'
import { saveForm } from '@/lib/web/desk/form-action'

const room = '/admin/coalition/sources'
const ways = {
  name: 'source',
  form: ({ id = '' }) => `${room}/${id ? encodeURIComponent(id) : 'new'}`,
  saved: () => `${room}?done=saved`,
}

/** Adds a source, or changes the one that is named. */
export const save = deskAction('coalition.write', (staff, form) =>
  saveForm(staff, form, ways, async (fields, now) => {
    const read = readForm(sourceForm, fields)
    if (!read.ok) return read
    const { id = '', seen = '' } = fields
    return id ? saveSource(staff, id, seen, read.form, now) : addSource(staff, read.form, now)
  }),
)
