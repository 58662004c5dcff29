import { isoDay, readDay } from '@/lib/input/day'
import type { QueryErrors } from '@/lib/input/read-query'
import { EXACT_DAYS } from '@/lib/signatures/coarsen'
import { dayStart, readZone, timeIn } from '@/lib/text/time-zone'

const DAY = 86_400_000

type Fields = Record<string, string>

export type DaysResult = { ok: true; zone: string; parts: Fields } | { ok: false; errors: QueryErrors }

/** Replaces a form's days by the times at which they begin and end, in the form's zone; UTC without one. */
export function readDays({ fromDay = '', toDay = '', ...parts }: Fields, now: Date): DaysResult {
  const zone = parts.zone ? readZone(parts.zone) : 'UTC'
  if (!zone) return { ok: false, errors: { zone: ['unreadable'] } }
  const [first, last] = [fromDay, toDay].map((typed) => readDay(typed.trim()))
  const next = last && new Date(last.getTime() + DAY)
  const [from, to] = [first, next].map((day) => day && startOfDay(day, zone, now))
  const errors = {
    ...(fromDay.trim() !== '' && !from && { fromDay: ['unreadable'] }),
    ...(toDay.trim() !== '' && !to && { toDay: ['unreadable'] }),
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const moments = { ...(from && { from: from.toISOString() }), ...(to && { to: to.toISOString() }) }
  return { ok: true, zone, parts: { ...parts, ...moments } }
}

/** Tells whether a day of the zone begins at this time, as `readDays` converts it. */
export function isStartOfDay(at: Date, zone: string, now: Date): boolean {
  const days = [at.toISOString(), timeIn(at, zone)].map((text) => readDay(text.slice(0, 10)))
  return days.some((day) => day && startOfDay(day, zone, now)?.getTime() === at.getTime())
}

/** The day of a row in the zone, or its UTC day if the exact time is no longer stored. */
export function dayOfRow(time: Date, zone: string): string {
  const utc = time.toISOString()
  return (zone === 'UTC' || utc.endsWith('T00:00:00.000Z') ? utc : timeIn(time, zone)).slice(0, 10)
}

/** Of older signatures (`coarsen`) only the UTC day is stored, which then counts as the day in every zone. */
function startOfDay(day: Date, zone: string, now: Date): Date | null {
  const coarse = now.getTime() - (now.getTime() % DAY) - EXACT_DAYS * DAY
  return day.getTime() < coarse ? day : dayStart(isoDay(day), zone)
}
