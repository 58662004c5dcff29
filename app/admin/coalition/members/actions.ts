'use server'

import { memberForm } from '@/lib/coalition/desk/member-form'
import { readForm } from '@/lib/coalition/desk/read-form'
import { addMember, saveMember } from '@/lib/coalition/desk/save-member'
import { isId } from '@/lib/input/id'
import { deskAction } from '@/lib/web/desk/desk-action'
import { saveForm } from '@/lib/web/desk/form-action'

const room = '/admin/coalition/members'
const ways = {
  name: 'member',
  form: ({ id = '' }) => `${room}/${isId(id) ? id : 'new'}`,
  saved: (id: string) => `${room}/${id}?done=saved`,
}

/** Adds a member, or changes the one that is named. */
export const save = deskAction('coalition.write', (staff, form) =>
  saveForm(staff, form, ways, async (fields, now) => {
    const read = readForm(memberForm, fields)
    if (!read.ok) return read
    const { id = '', seen = '' } = fields
    return id ? saveMember(staff, id, seen, read.form, now) : addMember(staff, read.form, now)
  }),
)
