import { type Locale, words } from '@/messages/words'

/** Codes of what is wrong with each field, in the person's words. */
export function fieldErrors(errors: Record<string, string[]>, locale: Locale): Record<string, string[]> {
  const t = words(locale, 'form')
  const say = (field: string, code: string) => t(`errors.${field}.${code}` as Parameters<typeof t>[0])
  return Object.fromEntries(
    Object.entries(errors).map(([field, codes]) => [field, codes.map((code) => say(field, code))]),
  )
}
