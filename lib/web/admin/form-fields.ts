import { storable } from '@/lib/input/storable'

const aboutKeeping = ['draftOf', 'kept']

/**
 * A form's text fields by name, without characters that cannot be stored. Values of a repeated name are joined by
 * spaces. Files are left out, and so are the fields that name a stored form (`components/admin/form/kept-draft.tsx`).
 */
export function formFields(form: FormData): Record<string, string> {
  // A Map, because names come from outside.
  const fields = new Map<string, string>()
  for (const [name, value] of form) {
    if (typeof value !== 'string' || name.startsWith('$ACTION') || aboutKeeping.includes(name)) continue
    const before = fields.get(name)
    const text = storable(value)
    fields.set(storable(name), before === undefined ? text : `${before} ${text}`)
  }
  return Object.fromEntries(fields)
}
