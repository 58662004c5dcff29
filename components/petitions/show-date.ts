/** A day in UTC, in full and in the reader's language, as `21 November 2026`. */
export function showDate(date: Date, locale: string): string {
  // British order and month names: the day comes first in the rest of the world too.
  const tag = locale === 'en' ? 'en-GB' : locale
  return new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }).format(date)
}
