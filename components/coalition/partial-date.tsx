import { dateInWords, isoDate, type PartialDate } from '@/lib/coalition/partial-date'
import type { Locale } from '@/messages/translator'

/** A day, month or year, as exact as it is known, for people and for machines. */
export function PartialDateText({ date, locale }: { date: PartialDate; locale: Locale }) {
  return <time dateTime={isoDate(date)}>{dateInWords(date, locale)}</time>
}
