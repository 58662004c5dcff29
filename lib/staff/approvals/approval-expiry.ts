/** What nobody agreed to for so long is void, in ms; the database holds to it as well. */
const WAITS_FOR = 24 * 3_600_000

/** Whatever was asked for at this moment or before has lapsed. */
export function lastMoment(now: Date): Date {
  return new Date(now.getTime() - WAITS_FOR)
}
