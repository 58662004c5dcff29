/** Below this a country is not shown, and by less than this a shown number does not change. */
export const FEWEST = 10
const STEP = 5

/** A country's number as the public sees it: rounded down to a multiple of five, 0 where it is too small to show. */
export function shownNumber(signatures: number): number {
  return signatures < FEWEST ? 0 : Math.floor(signatures / STEP) * STEP
}
