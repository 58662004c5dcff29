/** Made once a language: making a format takes a hundred times as long as using it. */
function perLanguage<Format>(make: (locale: string) => Format): (locale: string) => Format {
  const made = new Map<string, Format>()
  return (locale) => {
    const format = made.get(locale) ?? make(locale)
    made.set(locale, format)
    return format
  }
}

const dates = perLanguage((locale) => {
  // British order and month names: the day comes first in the rest of the world too.
  const tag = locale === 'en' ? 'en-GB' : locale
  return new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' })
})

/** A day in UTC, in full words of the language, as “28 November 2026”. */
export function longDate(date: Date, locale: string): string {
  return dates(locale).format(date)
}

export const numberFormat = perLanguage((locale) => new Intl.NumberFormat(locale))
export const regionNames = perLanguage((locale) => new Intl.DisplayNames(locale, { type: 'region' }))
