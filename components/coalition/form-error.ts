import { type Locale, words } from '@/messages/words'

/**
 * What is wrong with a form that came back, in the order of its fields; those of the whole form first. Words of
 * the form itself, else those of the sign form.
 */
export function formErrors(
  form: 'join' | 'letters',
  errors: Record<string, string[]>,
  fields: readonly string[],
  locale: Locale,
): { field: string | null; text: string }[] {
  return ['form', ...fields].flatMap((field) =>
    (errors[field] ?? []).map((code) => ({
      field: field === 'form' ? null : field,
      text: formError(form, field, code, locale),
    })),
  )
}

export function formError(form: 'join' | 'letters', field: string, code: string, locale: Locale): string {
  const own = words(locale, `${form}.errors`)
  const ownKey = `${field}.${code}` as Parameters<typeof own>[0]
  if (own.has(ownKey)) return own(ownKey)
  const general = words(locale, 'form.errors')
  const key = `${field}.${code}` as Parameters<typeof general>[0]
  return general.has(key) ? general(key) : general('form.unknown')
}

/** The same by field, for programs. */
export function formErrorWords(form: 'join' | 'letters', errors: Record<string, string[]>, locale: Locale) {
  return Object.fromEntries(
    Object.entries(errors).map(([field, codes]) => [field, codes.map((code) => formError(form, field, code, locale))]),
  )
}
