import type { Locale } from '@/messages/translator'
import { showDate } from './show-date'

/** A day, for people and for machines. */
export function Day({ date, locale }: { date: Date; locale: Locale }) {
  return <time dateTime={date.toISOString().slice(0, 10)}>{showDate(date, locale)}</time>
}
