/** Exact for every safe integer, where a logarithm would round. */
export function isPowerOfTwo(number: number): boolean {
  return number === 1 || (number > 1 && powerBelow(number) * 2 === number)
}

/** The largest power of two smaller than a number ≥ 2; 1 for 1. */
export function powerBelow(number: number): number {
  let power = 1
  while (power * 2 < number) power *= 2
  return power
}
