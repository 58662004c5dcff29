import type { Locale } from '@/messages/translator'

const formats = new Map<Locale, Intl.DateTimeFormat>()

/** A day (UTC) in full words of the language, such as “28 November 2026”. */
export function longDate(locale: Locale, date: Date): string {
  const language = locale === 'en' ? 'en-GB' : locale
  const format = formats.get(locale) ?? new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  formats.set(locale, format)
  return format.format(date)
}
