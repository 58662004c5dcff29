import { randomInt } from 'node:crypto'

/** Fewer are not shown. */
export const MIN_PUBLISHED = 10
const ROUND_TO = 5

/**
 * The number that is published for a number of signatures: lower by nought to nine, then rounded down to a multiple of
 * five, but ten at least; 0 if they are too few to show. Only rounded, it would tell a person who brings nineteen of
 * their own whether there is a twentieth.
 * @param less drawn separately for each number that is shown, and kept nowhere
 */
export function publishedNumber(signatures: number, less = randomInt(MIN_PUBLISHED)): number {
  if (signatures < MIN_PUBLISHED) return 0
  return Math.max(MIN_PUBLISHED, Math.floor((signatures - less) / ROUND_TO) * ROUND_TO)
}
