/** A country with fewer is not shown, and a shown number never changes by less. */
export const MIN_PUBLISHED = 10
const ROUND_TO = 5

/** A country's public number: rounded down to a multiple of five, 0 if too small to show. */
export function publishedNumber(signatures: number): number {
  return signatures < MIN_PUBLISHED ? 0 : Math.floor(signatures / ROUND_TO) * ROUND_TO
}
