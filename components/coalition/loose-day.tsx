import { dateInWords, isoDate, type LooseDate } from '@/lib/coalition/loose-date'
import type { Locale } from '@/messages/words'

/** A day, month or year, as exact as it is known, for people and for machines. */
export function LooseDay({ date, locale }: { date: LooseDate; locale: Locale }) {
  return <time dateTime={isoDate(date)}>{dateInWords(date, locale)}</time>
}
