/** Below this a country is not shown, and by less than this a shown number does not change. */
export const MIN_PUBLISHED = 10
const STEP = 5

/** A country's number as the public sees it: rounded down to a multiple of five, 0 where it is too small to show. */
export function publishedNumber(signatures: number): number {
  return signatures < MIN_PUBLISHED ? 0 : Math.floor(signatures / STEP) * STEP
}
