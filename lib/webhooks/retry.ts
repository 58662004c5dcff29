/** The wait after each failed attempt, in seconds, three days in all. */
const WAITS = [30, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]

/** After this many failed attempts nothing is sent to the address until staff resume it. */
export const MAX_ATTEMPTS = WAITS.length + 1

/** The random share by which a wait varies, so that messages that failed together are not retried together. */
const JITTER = 0.2

/** How long to wait after this attempt began, in ms, whether it fails or its worker dies. */
export function waitAfter(attempt: number, random: () => number): number {
  const wait = WAITS[attempt - 1] ?? 60
  return Math.round(wait * 1_000 * (1 - JITTER + 2 * JITTER * random()))
}
