const names = new Map<string, Intl.DisplayNames>()

/** The name of a language in another, or in its own; in English, as staff's screens have it, unless said otherwise. */
export function languageName(code: string, inLocale = 'en'): string {
  const known = names.get(inLocale) ?? new Intl.DisplayNames(inLocale, { type: 'language' })
  names.set(inLocale, known)
  return known.of(code) ?? code
}
