import { readDay } from '@/lib/input/day'
import type { DatePrecision } from '@/prisma/generated/enums'

/** A day, a month or a year: `on` is its first day (UTC). */
export interface PartialDate {
  on: Date
  precision: DatePrecision
}

const precisions: Record<number, DatePrecision> = { 4: 'year', 7: 'month', 10: 'day' }

/** Parses `2015`, `2015-02` or `2015-02-17`. @throws Error if the text is none of them */
export function parsePartialDate(text: string): PartialDate {
  const precision = /^\d{4}(-\d\d){0,2}$/.test(text) && precisions[text.length]
  const on = readDay(`${text}${'-01-01'.slice(text.length - 4, 6)}`)
  if (!precision || !on) throw new Error(`not a date: ${text}`)
  return { on, precision }
}

/** In ISO 8601: `2015`, `2015-02` or `2015-02-17`. For `<time datetime>`, feeds and URLs. */
export function isoDate({ on, precision }: PartialDate): string {
  return on.toISOString().slice(0, precision === 'year' ? 4 : precision === 'month' ? 7 : 10)
}

/** The last moment (UTC) that the day, month or year may include. */
export function lastMoment({ on, precision }: PartialDate): Date {
  const next = new Date(on)
  if (precision === 'year') next.setUTCFullYear(next.getUTCFullYear() + 1)
  else if (precision === 'month') next.setUTCMonth(next.getUTCMonth() + 1)
  else next.setUTCDate(next.getUTCDate() + 1)
  return new Date(next.getTime() - 1)
}

/** The date in words, as exact as it is known. */
export function dateInWords({ on, precision }: PartialDate, locale: string): string {
  return formatOf(precision, locale).format(on)
}

/** A range from the date to a last day, in words. */
export function datesInWords({ on, precision }: PartialDate, last: Date, locale: string): string {
  return formatOf(precision, locale).formatRange(on, last)
}

function formatOf(precision: DatePrecision, locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    timeZone: 'UTC',
    calendar: 'gregory',
    year: 'numeric',
    ...(precision !== 'year' && { month: 'long' }),
    ...(precision === 'day' && { day: 'numeric' }),
  })
}
