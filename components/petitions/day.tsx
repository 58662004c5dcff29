import { isoDay } from '@/lib/input/day'
import { longDate } from '@/lib/text/formats'
import type { Locale } from '@/messages/translator'

/** A day, for people and for machines. */
export function Day({ date, locale }: { date: Date; locale: Locale }) {
  return <time dateTime={isoDay(date)}>{longDate(date, locale)}</time>
}
