/** The minimum length of a file, in bytes. */
const SHORTEST = 64 * 1024

/**
 * The number of padding bytes (empty lines) for a text of this length. Padded lengths are few, at most an eighth apart.
 */
export function paddingOf(length: number): number {
  const least = Math.max(length, SHORTEST)
  const step = 2 ** (Math.floor(Math.log2(least)) - 3)
  return Math.ceil(least / step) * step - length
}
