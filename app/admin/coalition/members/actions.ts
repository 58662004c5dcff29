'use server'

import { memberForm } from '@/lib/coalition/admin/member-form'
import { readForm } from '@/lib/coalition/admin/read-form'
import { addMember, saveMember } from '@/lib/coalition/admin/save-member'
import { isId } from '@/lib/input/id'
import { adminAction } from '@/lib/web/admin/admin-action'
import { saveForm } from '@/lib/web/admin/form-action'

const room = '/admin/coalition/members'
const ways = {
  name: 'member',
  form: ({ id = '' }) => `${room}/${isId(id) ? id : 'new'}`,
  saved: (id: string) => `${room}/${id}?done=saved`,
}

/** Adds a member, or changes the one that is named. */
export const save = adminAction('coalition.write', (staff, form) =>
  saveForm(staff, form, ways, async (fields, now) => {
    const read = readForm(memberForm, fields)
    if (!read.ok) return read
    const { id = '', seen = '' } = fields
    return id ? saveMember(staff, id, seen, read.form, now) : addMember(staff, read.form, now)
  }),
)
