import type { HeldView } from './open-held'

/** The most frequent values that are named; the rest are counted. */
const NAMED = 3

/**
 * What opened signatures have in common, in words: their email domains, how their addresses are made (digits as `#`), and
 * whether names repeat. Worked out in memory, and stored nowhere.
 */
export function describeAlike(signatures: Pick<HeldView, 'email' | 'name' | 'appeal'>[]) {
  const names = new Set(signatures.map(({ name }) => name.toLowerCase())).size
  return {
    domains: most(signatures.map(({ email }) => email.split('@').at(-1) ?? '')),
    patterns: most(signatures.map(({ email }) => patternOf(email.split('@')[0] ?? ''))),
    names: names === signatures.length ? 'all different' : `${names} different`,
    appeals: signatures.filter(({ appeal }) => appeal).length,
  }
}

/** `user1234` is `user####`; an address without digits is ordinary. */
function patternOf(local: string): string {
  return /\d/.test(local) ? local.replaceAll(/\d/g, '#') : 'no digits'
}

function most(values: string[]): string {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const ordered = [...counts].map(([value, n]) => ({ value, n })).toSorted((a, b) => b.n - a.n)
  const named = ordered.slice(0, NAMED).map(({ value, n }) => `${value} (${n})`)
  const others = ordered.length - NAMED
  return others > 0 ? `${named.join(', ')} and ${others} others` : named.join(', ')
}
