import { type Locale, words } from '@/messages/words'

/** What is wrong with a field, in words. A code without words of its own is said in general ones. */
export function sayError(field: string, code: string, locale: Locale): string {
  const t = words(locale, 'form.errors')
  const key = `${field}.${code}` as Parameters<typeof t>[0]
  return t.has(key) ? t(key) : t('form.unknown')
}

/** All errors of a form in the order of its fields; those of the whole form first. */
export function errorList(errors: Record<string, string[]>, locale: Locale): { field: string | null; text: string }[] {
  const order = ['form', 'name', 'email', 'country', 'display', 'comment', 'consent']
  return Object.entries(errors)
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .flatMap(([field, codes]) =>
      codes.map((code) => ({ field: field === 'form' ? null : field, text: sayError(field, code, locale) })),
    )
}
