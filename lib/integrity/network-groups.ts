import { randomInt } from 'node:crypto'

const HOUR = 3_600_000

interface Group {
  number: number
  until: number
}

/**
 * The numbers by network, as plain text, and only in memory: the database gets the number alone. Their amount is
 * bounded, since each belongs to a network that sent many forms within the hour.
 */
const groups = new Map<string, Group>()
setInterval(() => purgeGroups(new Date()), HOUR / 4).unref()

/**
 * The number of a busy network: 32 random bits, the same for an hour, then others. It is made from nothing, so no guess
 * can be tested against it: it says which forms came together, and not from where. Each process draws its own, and a
 * restarted one draws again.
 */
export function networkGroup(network: string, now: Date): number {
  const known = groups.get(network)
  if (known && now.getTime() < known.until) return known.number
  const number = randomInt(-(2 ** 31), 2 ** 31)
  groups.set(network, { number, until: now.getTime() + HOUR })
  return number
}

/** Deletes the numbers of networks whose hour is over. */
export function purgeGroups(now: Date): void {
  for (const [network, { until }] of groups) if (until <= now.getTime()) groups.delete(network)
}
