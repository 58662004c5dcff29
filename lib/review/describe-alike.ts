import { mailDomainOf } from '@/lib/input/canonical-email'
import type { HeldView } from './open-held'

/** The most frequent values that are named; the rest are counted. */
const NAMED = 3

/**
 * The most frequent values, and the number of the others. An address without digits has an empty value (`patterns`).
 */
export interface MostFrequent {
  named: { value: string; n: number }[]
  others: number
}

/**
 * Describes what opened signatures have in common: their mail domains, the patterns of their addresses (digits as `#`),
 * and the number of different names. Computed in memory, and stored nowhere.
 */
export function describeAlike(signatures: Pick<HeldView, 'email' | 'name' | 'appeal'>[]) {
  return {
    domains: most(signatures.map(({ email }) => mailDomainOf(email))),
    patterns: most(signatures.map(({ email }) => patternOf(email.split('@')[0] ?? ''))),
    names: new Set(signatures.map(({ name }) => name.toLowerCase())).size,
    appeals: signatures.filter(({ appeal }) => appeal).length,
  }
}

/** The pattern of an address: `user1234` becomes `user####`; an address without digits has none. */
export function patternOf(local: string): string {
  return /\d/.test(local) ? local.replaceAll(/\d/g, '#') : ''
}

function most(values: string[]): MostFrequent {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const ordered = [...counts].map(([value, n]) => ({ value, n })).toSorted((a, b) => b.n - a.n)
  return { named: ordered.slice(0, NAMED), others: Math.max(0, ordered.length - NAMED) }
}
