/** A form's texts by name; several values of one name in one, separated by spaces. Files are left out. */
export function formFields(form: FormData): Record<string, string> {
  // A map: names come from outside.
  const fields = new Map<string, string>()
  for (const [name, value] of form) {
    if (typeof value !== 'string' || name.startsWith('$ACTION')) continue
    const before = fields.get(name)
    fields.set(name, before === undefined ? value : `${before} ${value}`)
  }
  return Object.fromEntries(fields)
}
