/** A moment in UTC to the second, in the reader's language. */
export function showMoment(moment: Date, locale: string): string {
  const tag = locale === 'en' ? 'en-GB' : locale
  return new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'long', timeZone: 'UTC' }).format(moment)
}
