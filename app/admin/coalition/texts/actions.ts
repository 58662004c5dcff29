'use server'

import { saveText } from '@/lib/coalition/entities/save-text'
import { adminAction } from '@/lib/web/admin/admin-action'
import { saveForm } from '@/lib/web/admin/form-action'

type Fields = Record<string, string>

/** Saves a text in one language. */
export const save = adminAction('coalition.write', (staff, form) => {
  let done = ''
  const ways = { name: 'words', form: pathOf, saved: () => done }
  return saveForm(staff, form, ways, async (fields, now) => {
    const { kind = '', key = '', locale = '', expectedVersion = '' } = fields
    done = `${pathOf(fields)}?done=saved`
    return saveText(staff, { kind, key, locale }, { expectedVersion, fields, reason: fields.reason }, now)
  })
})

function pathOf({ kind = '', key = '', locale = '' }: Fields): string {
  return `/admin/coalition/texts/${[kind, key, locale].map(encodeURIComponent).join('/')}`
}
