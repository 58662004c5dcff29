/**
 * In ms: the precision with which the public learns when a number moved, ten minutes, the longest that a quiet batch
 * waits.
 */
const ROUNDING = 10 * 60_000

/** A time rounded down for the public: milliseconds would link it to a person who was online just then. */
export function publicMoment(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / ROUNDING) * ROUNDING)
}
