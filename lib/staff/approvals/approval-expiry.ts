/** A request that nobody approved in this time, in ms, expires; a database constraint enforces it as well. */
const APPROVAL_EXPIRY = 24 * 3_600_000

/** Requests made at this moment or before have expired. */
export function lastMoment(now: Date): Date {
  return new Date(now.getTime() - APPROVAL_EXPIRY)
}

/** When a request made at this moment expires. */
export function expiryOf(askedAt: Date): Date {
  return new Date(askedAt.getTime() + APPROVAL_EXPIRY)
}
