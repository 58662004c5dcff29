import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { applyChange, type FieldErrors, type SaveResult, versionOf } from './apply-change'
import { readForm, textValues } from './fields'
import { member } from './member'
import { nameField, namesOf, seenField, typedIn } from './names-form'
import { textSchema } from './text-schema'

/**
 * Writes a member's name and affiliation in every language in which they were changed, each in place of what was seen;
 * what else is written in a language stays, and so do the languages that were left as they were.
 * @param fields of the form, as names-form.ts names them
 * @returns the errors by field, or `form: ['changed']` if somebody has changed the same language meanwhile: nothing is
 *   saved
 */
export function saveNames(by: Staff, id: string, fields: Record<string, string>, now: Date): Promise<SaveResult> {
  return staffWrite<SaveResult>(by, 'coalition.write', now, async ({ tx, log }) => {
    const row = member.isId(id) && (await member.lock(tx, id)) !== null ? await member.find(tx, id) : null
    if (!row) return { ok: false, errors: { form: ['unknown'] } }
    const errors: FieldErrors = {}
    for (const name of namesOf(row)) {
      const { locale, parts, version } = name
      const typed = typedIn(fields, name)
      if (!typed) continue
      const read = readForm(
        textSchema(member.texts.fields.filter((field) => parts.some((part) => part === field.name))),
        typed,
      )
      if (!read.ok) {
        for (const part of parts) if (read.errors[part]) errors[nameField(part, locale)] = read.errors[part]
        continue
      }
      if (fields[seenField(locale)] !== version) return { ok: false, errors: { form: ['changed'] } }
      const before = await member.texts.read(tx, id, locale)
      const saved = await applyChange({
        expectedVersion: versionOf(textValues(before)),
        values: async () => textValues(await member.texts.read(tx, id, locale)),
        async write() {
          await member.texts.write(tx, id, locale, { ...before, ...read.form }, now)
          return null
        },
      })
      if (!saved.ok) return saved
      if (saved.changed) log(`member.words.${locale}`, `member:${id}`, { changed: saved.changed })
    }
    return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, id }
  })
}
