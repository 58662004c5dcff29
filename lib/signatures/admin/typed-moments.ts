import { readMoment } from '@/lib/input/day'
import type { Query } from '@/lib/input/read-query'
import { momentIn, timeIn, timeZones } from '@/lib/text/time-zone'

const moments = ['from', 'to'] as const

/**
 * A filter as a form of staff sends it, with its times in UTC: the form says in which zone they were typed (`zone`), so that
 * its address means the same to whoever opens it. Without a zone, and for a time that ends in Z, it is UTC. What cannot be
 * read stays as it is, to be refused.
 */
export function inUtc<Q extends Query>({ zone, ...query }: Q): Query {
  if (zone === undefined || zone === '') return query
  if (typeof zone !== 'string' || !timeZones.includes(zone)) return { ...query, zone }
  const read = moments.flatMap((name) => {
    const typed = query[name]
    const at = typeof typed === 'string' ? momentIn(typed.trim(), zone) : null
    return at ? [[name, at.toISOString()]] : []
  })
  return { ...query, ...Object.fromEntries(read) }
}

/** A part of such a filter as its control shows it to a reader in another zone; as it was typed if it is no time. */
export function shownIn(zone: string, query: Query, name: (typeof moments)[number]): string {
  const value = [inUtc(query)[name] ?? ''].flat()[0] ?? ''
  const at = readMoment(value.trim())
  if (!at) return value
  // What is smaller than a minute is the same in every zone.
  const seconds = at
    .toISOString()
    .slice(16, 23)
    .replace(/^:00\.000$/, '')
    .replace(/\.000$/, '')
  return `${timeIn(at, zone).replace(' ', 'T')}${seconds}`
}
