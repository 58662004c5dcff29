/** A reproducible pseudo-random generator (mulberry32): the same seed gives the same numbers. */
export function randomOf(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Picks values in proportion to their weights. */
export function pickerOf<T>(weights: readonly (readonly [value: T, weight: number])[]): (random: number) => T {
  const sums: number[] = []
  for (const [, weight] of weights) sums.push((sums.at(-1) ?? 0) + weight)
  const total = sums.at(-1) ?? 0
  return (random) => {
    let [low, high] = [0, sums.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) > random * total) high = middle
      else low = middle + 1
    }
    const picked = weights[low]
    if (!picked) throw new Error('nothing to pick from')
    return picked[0]
  }
}
