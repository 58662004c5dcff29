/** Years that a day may lie in: the database and every calendar know them, and so do days counted from them. */
const YEARS = { first: 1000, last: 2999 }

/** A day (`2026-11-21`), at its beginning in UTC; null for what is no day. */
export function readDay(text: string): Date | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null
  const day = new Date(`${text}T00:00:00Z`)
  const year = Number(text.slice(0, 4))
  if (Number.isNaN(day.getTime()) || year < YEARS.first || year > YEARS.last) return null
  // 30 February is a day in March to some.
  return day.toISOString().startsWith(text) ? day : null
}

/** A day, or a moment of it (`2026-11-21T10:30`, with seconds or without, and a `Z` or none), in UTC; null otherwise. */
export function readMoment(text: string): Date | null {
  const [, date = '', time] =
    /^([\d-]{10})(?:T((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?)Z?)?$/.exec(text) ?? []
  const day = readDay(date)
  return day && (time === undefined ? day : new Date(`${date}T${time}Z`))
}
