'use server'

import { saveText } from '@/lib/coalition/texts/save-text'
import { deskAction } from '@/lib/web/desk/desk-action'
import { saveForm } from '@/lib/web/desk/form-action'
import { isLocale } from '@/messages/words'

type Fields = Record<string, string>

/** The words of a thing in one language. */
export const save = deskAction('coalition.write', (staff, form) => {
  let done = ''
  const ways = { name: 'words', form: pathOf, saved: () => done }
  return saveForm(staff, form, ways, async (fields, now) => {
    const { kind = '', key = '', locale = '', seen = '' } = fields
    done = `${pathOf(fields)}?done=saved`
    if (!isLocale(locale)) return { ok: false, errors: { form: ['unknown'] } }
    return saveText(staff, { kind, key, locale }, { seen, fields, reason: fields.reason }, now)
  })
})

function pathOf({ kind = '', key = '', locale = '' }: Fields): string {
  return `/admin/coalition/texts/${[kind, key, locale].map(encodeURIComponent).join('/')}`
}
