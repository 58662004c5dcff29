/** The shortest file, in bytes. */
const SHORTEST = 64 * 1024

/** How many bytes of empty lines follow a text of this length, up to the next of few lengths, at most an eighth apart. */
export function paddingOf(length: number): number {
  const least = Math.max(length, SHORTEST)
  const step = 2 ** (Math.floor(Math.log2(least)) - 3)
  return Math.ceil(least / step) * step - length
}
