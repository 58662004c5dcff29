const HOUR = 3_600_000
const HOURS = 60 * 24

/**
 * When people come: a first rush, days and nights, and a second rush when it went round the world.
 * @param now the end of it all
 * @returns for a share between 0 and 1 of all who sign, the moment of the one at that place; never out of order
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
