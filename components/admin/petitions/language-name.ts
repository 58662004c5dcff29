const names = new Intl.DisplayNames('en', { type: 'language' })

/** A language in English, as the desk speaks. */
export function languageName(locale: string): string {
  return names.of(locale) ?? locale
}
