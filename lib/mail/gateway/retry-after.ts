const MAX_SECONDS = 3600

/**
 * The number of seconds that a reply asks us to wait (RFC 9110, 10.2.3: seconds or a date), at most an hour; undefined
 * if it does not say.
 */
export function retryAfterSeconds(headers: Record<string, string> | null, now = Date.now()): number | undefined {
  const value = headers?.['retry-after'] ?? headers?.['ratelimit-reset']
  if (!value) return undefined
  const seconds = /^\d+$/.test(value.trim()) ? Number(value) : (Date.parse(value) - now) / 1000
  return Number.isFinite(seconds) ? Math.min(Math.max(Math.ceil(seconds), 0), MAX_SECONDS) : undefined
}
