const names = new Intl.DisplayNames('en', { type: 'language' })

/** A language in English, the language of staff's screens. */
export function languageName(locale: string): string {
  return names.of(locale) ?? locale
}
