/** A form's texts by name; several values of one name in one, separated by spaces. Files are left out. */
export function formFields(form: FormData): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [name, value] of form) {
    if (typeof value !== 'string' || name.startsWith('$ACTION')) continue
    fields[name] = name in fields ? `${fields[name]} ${value}` : value
  }
  return fields
}
