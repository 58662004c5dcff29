/** Below this a country is not shown, and by less than this a shown number does not change. */
export const MIN_PUBLISHED = 10
const ROUND_TO = 5

/** A country's number as the public sees it: rounded down to a multiple of five, 0 where it is too small to show. */
export function publishedNumber(signatures: number): number {
  return signatures < MIN_PUBLISHED ? 0 : Math.floor(signatures / ROUND_TO) * ROUND_TO
}
