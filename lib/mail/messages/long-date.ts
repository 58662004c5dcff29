import type { Locale } from '@/messages/words'

/** A day (UTC) in full words of the language, such as “28 November 2026”. */
export function longDate(locale: Locale, date: Date): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    date,
  )
}
