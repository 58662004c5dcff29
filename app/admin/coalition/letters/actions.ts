'use server'

import { letterForm } from '@/lib/coalition/admin/letter-form'
import { type LetterStep, requestLetter } from '@/lib/coalition/admin/open-letter'
import { readForm } from '@/lib/coalition/admin/read-form'
import { readInvitation } from '@/lib/coalition/admin/read-invitation'
import { addLetter, saveLetter } from '@/lib/coalition/admin/save-letter'
import { invite } from '@/lib/coalition/invite'
import { env } from '@/lib/env'
import { isId } from '@/lib/input/id'
import type { Staff } from '@/lib/staff/staff'
import { adminAction, field } from '@/lib/web/admin/admin-action'
import { saveForm } from '@/lib/web/admin/form-action'
import { sealQuery } from '@/lib/web/admin/sealed-query'

const room = '/admin/coalition/letters'
const ways = {
  name: 'letter',
  form: ({ id = '' }) => `${room}/${isId(id) ? id : 'new'}`,
  saved: (id: string) => `${room}/${id}?done=saved`,
}

/** Begins a letter, or changes the one that is named. */
export const save = adminAction('coalition.write', (staff, form) =>
  saveForm(staff, form, ways, async (fields, now) => {
    const read = readForm(letterForm, fields)
    if (!read.ok) return read
    const { id = '', seen = '' } = fields
    return id ? saveLetter(staff, id, seen, read.form, now) : addLetter(staff, read.form, now)
  }),
)

/** Both ask a second person. */
export const open = adminAction('coalition.publish', (staff, form) => ask(staff, form, 'open'))
export const close = adminAction('coalition.publish', (staff, form) => ask(staff, form, 'sent'))

/** Makes a link for one organisation. It is shown to this session alone, for ten minutes, and kept nowhere. */
export const inviteOne = adminAction('coalition.write', (staff, form) => {
  let link = ''
  const id = field(form, 'id')
  const invited = { ...ways, name: 'invitation', saved: () => `${pageOf(id)}?invited=${link}` }
  return saveForm(staff, form, invited, async (fields, now) => {
    const read = readInvitation(fields)
    if (!read.ok) return read
    const { slug = '' } = fields
    const result = await invite(staff, slug, read.form, now)
    if (!result.ok) return { ok: false, errors: { organisation: [result.reason] } }
    link = sealQuery(staff, 'invited', `${env().SITE_URL}/en/letters/${slug}/co-sign/${result.token}`, now)
    return { ok: true, id }
  })
})

async function ask(staff: Staff, form: FormData, to: LetterStep): Promise<string> {
  const [id, why] = [field(form, 'id'), field(form, 'why').slice(0, 300)]
  const asked = await requestLetter(staff, id, to, why, new Date())
  return asked.ok ? `/admin/approvals/${asked.approval}?done=asked` : `${pageOf(id)}?problem=${asked.reason}`
}

function pageOf(id: string): string {
  return isId(id) ? `${room}/${id}` : room
}
