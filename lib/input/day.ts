/** Years in which a day may lie: PostgreSQL and every calendar support them, and days counted from them. */
const YEARS = { first: 1000, last: 2999 }

/** A day (`2026-11-21`), at its beginning in UTC; null if it is none. */
export function readDay(text: string): Date | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null
  const day = new Date(`${text}T00:00:00Z`)
  const year = Number(text.slice(0, 4))
  if (Number.isNaN(day.getTime()) || year < YEARS.first || year > YEARS.last) return null
  // JavaScript reads 30 February as a day in March.
  return day.toISOString().startsWith(text) ? day : null
}

/** The day (UTC) of a moment, at its beginning: what is kept where the time would say too much. */
export function dayOf(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / 86_400_000) * 86_400_000)
}

/** The day (UTC) of a moment as text: `2026-11-21`. */
export function isoDay(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}

/** Parses a day or time (`2026-11-21T10:30`, with optional seconds and `Z`) in UTC; null if invalid. */
export function readMoment(text: string): Date | null {
  const [, date = '', time] =
    /^([\d-]{10})(?:T((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?)Z?)?$/.exec(text) ?? []
  const day = readDay(date)
  return day && (time === undefined ? day : new Date(`${date}T${time}Z`))
}
