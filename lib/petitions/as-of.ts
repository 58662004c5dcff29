/**
 * In ms: the precision with which the public learns when a number moved, ten minutes, the longest that a quiet batch
 * waits.
 */
const ROUNDING = 10 * 60_000

/** A time rounded down for the public: milliseconds would link it to whoever was online just then. */
export function publicMoment(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / ROUNDING) * ROUNDING)
}

/** The day (UTC) of a time, where no more is needed. */
export function dayOf(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / 86_400_000) * 86_400_000)
}
