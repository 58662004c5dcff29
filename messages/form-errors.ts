import { type Locale, translator } from './translator'

/** A form by the place of its words; each has an `errors` of its own there. */
type Form = 'form' | 'join' | 'letters'
type Errors = Record<string, string[]>

/**
 * What is wrong with a form that came back, in the order of its fields; those of the whole form first. Words of
 * the form itself, else those of the sign form; a code that has none is said in general ones.
 */
export function formErrors(
  form: Form,
  errors: Errors,
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

/** The same by field, for programs. */
export function formErrorWords(form: Form, errors: Errors, locale: Locale) {
  return Object.fromEntries(
    Object.entries(errors).map(([field, codes]) => [field, codes.map((code) => formError(form, field, code, locale))]),
  )
}

/** What the controls of a form need to show what is wrong with each. */
export function fieldsOf<Name extends string>(form: Form, errors: Errors, locale: Locale) {
  const errorWord = translator(locale, 'form')('error')
  return (name: Name) => ({
    name,
    errorWord,
    errors: errors[name]?.map((code) => formError(form, name, code, locale)),
  })
}

function formError(form: Form, field: string, code: string, locale: Locale): string {
  const own = translator(locale, `${form}.errors`)
  const ownKey = `${field}.${code}` as Parameters<typeof own>[0]
  if (own.has(ownKey)) return own(ownKey)
  const general = translator(locale, 'form.errors')
  const key = `${field}.${code}` as Parameters<typeof general>[0]
  return general.has(key) ? general(key) : general('form.unknown')
}
