const HOUR = 3_600_000
const HOURS = 60 * 24

/**
 * When people sign: a first rush, then days and nights, then a second rush when the news spreads worldwide.
 * @param now the end of the period
 * @returns the moment at which a given share of all signers (0 to 1) has signed; monotonic
 */
export function demoTimes(now: Date): (share: number) => Date {
  const sums = [0]
  for (let hour = 0; hour < HOURS; hour += 1) sums.push((sums[hour] ?? 0) + weight(hour))
  const total = sums[HOURS] ?? 0
  const begin = now.getTime() - HOURS * HOUR
  return (share) => {
    const place = share * total
    const hour = lastBefore(sums, place)
    const within = (place - (sums[hour] ?? 0)) / weight(hour)
    return new Date(begin + (hour + within) * HOUR)
  }
}

function lastBefore(sums: number[], place: number): number {
  let [low, high] = [0, HOURS - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sums[middle] ?? 0) <= place) low = middle
    else high = middle - 1
  }
  return low
}

function weight(hour: number): number {
  const day = hour / 24
  const rush = 6 * Math.exp(-day / 2)
  const around = 14 * Math.exp(-(((day - 41) / 1.6) ** 2))
  const night = 1 + 0.7 * Math.sin(((hour % 24) / 24) * 2 * Math.PI - 2)
  return (0.6 + rush + around) * night
}
