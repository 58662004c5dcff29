/** How well two sets of times can be distinguished. */
export interface Comparison {
  medians: [number, number]
  means: [number, number]
  /** The probability that a time from the second set is the longer one; 0.5 is a coin toss. */
  auc: number
  /** p-values of the tests of Mann and Whitney, of Kolmogorov and Smirnov, and of Welch. */
  p: { mannWhitney: number; kolmogorovSmirnov: number; welch: number }
  /** Kolmogorov and Smirnov's: the largest distance between the two distributions. */
  distance: number
  /** Cohen's d: the difference of the means in standard deviations. */
  d: number
}

/** Compares two sets of times. The p-values are large-sample approximations. */
export function compareTimes(a: number[], b: number[]): Comparison {
  const [mean, variance] = [a, b]
    .map((set) => moments(set))
    .reduce(
      (all, [m, v]) =>
        [
          [...all[0], m],
          [...all[1], v],
        ] as [number[], number[]],
      [[], []] as [number[], number[]],
    )
  const [ma = 0, mb = 0] = mean
  const [va = 0, vb = 0] = variance
  const t = (mb - ma) / Math.sqrt(va / a.length + vb / b.length)
  const auc = chanceOfLonger(a, b)
  const z = (auc - 0.5) / Math.sqrt((a.length + b.length + 1) / (12 * a.length * b.length))
  const distance = largestDistance(a, b)
  return {
    medians: [median(a), median(b)],
    means: [ma, mb],
    auc,
    p: {
      mannWhitney: twoSided(z),
      kolmogorovSmirnov: kolmogorov(distance * Math.sqrt((a.length * b.length) / (a.length + b.length))),
      welch: twoSided(t),
    },
    distance,
    d: (mb - ma) / Math.sqrt((va + vb) / 2),
  }
}

function moments(set: number[]): [mean: number, variance: number] {
  const mean = set.reduce((sum, x) => sum + x, 0) / set.length
  return [mean, set.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (set.length - 1)]
}

function median(set: number[]): number {
  const sorted = [...set].sort((x, y) => x - y)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** Mann and Whitney's U over the number of pairs; ties count half. */
function chanceOfLonger(a: number[], b: number[]): number {
  const all = [...a.map((x) => ({ x, of: 0 })), ...b.map((x) => ({ x, of: 1 }))].sort((p, q) => p.x - q.x)
  let ranks = 0
  for (let i = 0; i < all.length; ) {
    let j = i
    while (j < all.length && all[j]?.x === all[i]?.x) j++
    const rank = (i + j + 1) / 2
    for (let k = i; k < j; k++) if (all[k]?.of === 1) ranks += rank
    i = j
  }
  return (ranks - (b.length * (b.length + 1)) / 2) / (a.length * b.length)
}

function largestDistance(a: number[], b: number[]): number {
  const [x, y] = [a, b].map((set) => [...set].sort((p, q) => p - q)) as [number[], number[]]
  let distance = 0
  for (let i = 0, j = 0; i < x.length && j < y.length; ) {
    const at = Math.min(x[i] ?? 0, y[j] ?? 0)
    while (i < x.length && (x[i] ?? 0) <= at) i++
    while (j < y.length && (y[j] ?? 0) <= at) j++
    distance = Math.max(distance, Math.abs(i / x.length - j / y.length))
  }
  return distance
}

/** Of a standard normal deviate, by Abramowitz and Stegun 7.1.26. */
function twoSided(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const poly = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t
  return Math.min(1, Math.max(0, poly * Math.exp(-x * x)))
}

function kolmogorov(lambda: number): number {
  if (lambda < 0.3) return 1
  let p = 0
  for (let k = 1; k <= 100; k++) p += 2 * (-1) ** (k - 1) * Math.exp(-2 * k * k * lambda * lambda)
  return Math.min(1, Math.max(0, p))
}
