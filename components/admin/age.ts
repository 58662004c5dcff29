const HOUR = 3_600_000

/** A span in the largest unit that says something: "12 minutes", "5 hours", "3 days". @param ms not negative */
export function age(ms: number): string {
  if (ms < HOUR) return some(Math.max(1, Math.floor(ms / 60_000)), 'minute')
  return ms < 48 * HOUR ? some(Math.floor(ms / HOUR), 'hour') : some(Math.floor(ms / (24 * HOUR)), 'day')
}

function some(n: number, unit: string): string {
  return `${n} ${unit}${n === 1 ? '' : 's'}`
}
