/** A request expires if nobody approves it in this time, in ms; a database constraint enforces it as well. */
const APPROVAL_EXPIRY = 24 * 3_600_000

/** Requests made at this time or earlier have expired. */
export function lastMoment(now: Date): Date {
  return new Date(now.getTime() - APPROVAL_EXPIRY)
}

/** When a request made at this time expires. */
export function expiryOf(askedAt: Date): Date {
  return new Date(askedAt.getTime() + APPROVAL_EXPIRY)
}
