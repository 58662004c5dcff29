/** What the public is told of the time at which a number moved: ten minutes, the longest that a quiet batch waits. */
const ROUNDING = 10 * 60_000

/** A moment as the public is told it, rounded down: with milliseconds it would lead to who was on the line just then. */
export function publicMoment(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / ROUNDING) * ROUNDING)
}

/** The day (UTC) of a moment, for what needs no time. */
export function dayOf(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / 86_400_000) * 86_400_000)
}
