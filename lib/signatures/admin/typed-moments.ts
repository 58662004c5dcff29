import { readMoment } from '@/lib/input/day'
import type { Query } from '@/lib/input/read-query'
import { momentIn, readZone, timeIn } from '@/lib/text/time-zone'

const moments = ['from', 'to'] as const
type Moment = (typeof moments)[number]

/** The field beside a control that holds its moment, where the time it shows is also that of another (`keptMoment`). */
export const keptName = (name: Moment) => `${name}At`

/**
 * Converts the times of a filter, as a form of staff sends it, to UTC: the form says in which zone they were typed
 * (`zone`), so that its address means the same to everybody who opens it. Without a zone, and for a time that ends in Z,
 * it is UTC. Values that cannot be read stay as they are, to be refused.
 */
export function inUtc<Q extends Query>({ zone: typedZone, ...query }: Q): Query {
  if (typedZone === undefined || typedZone === '') return query
  const zone = readZone(typedZone)
  if (!zone) return { ...query, zone: typedZone }
  const kept = new Set(moments.map(keptName))
  const rest = Object.fromEntries(Object.entries(query).filter(([name]) => !kept.has(name)))
  const read = moments.flatMap((name) => {
    const [typed, was] = [query[name], query[keptName(name)]]
    const at = typeof typed === 'string' ? momentIn(typed.trim(), zone) : null
    const before = typeof was === 'string' ? readMoment(was) : null
    // Unchanged, it is the moment that it was.
    const same = at && before && momentIn(localText(before, zone), zone)?.getTime() === at.getTime()
    return at ? [[name, (same ? before : at).toISOString()]] : []
  })
  return { ...rest, ...Object.fromEntries(read) }
}

/** A part of such a filter as its control shows it to a reader in another zone; as it was typed if it is no time. */
export function shownIn(zone: string, query: Query, name: Moment): string {
  const at = momentOf(query, name)
  return at ? localText(at, zone) : one(query[name])
}

/**
 * The moment behind what the control shows, where its text alone would be read as another: in an hour that a clock
 * shows twice.
 */
export function keptMoment(zone: string, query: Query, name: Moment): string | null {
  const at = momentOf(query, name)
  return at && momentIn(localText(at, zone), zone)?.getTime() !== at.getTime() ? at.toISOString() : null
}

function momentOf(query: Query, name: Moment): Date | null {
  // In a zone that there is none, it is no moment.
  if (query.zone && !readZone(query.zone)) return null
  return readMoment(one(inUtc(query)[name]).trim())
}

function localText(at: Date, zone: string): string {
  // Seconds are the same in every zone.
  const seconds = at
    .toISOString()
    .slice(16, 23)
    .replace(/^:00\.000$/, '')
    .replace(/\.000$/, '')
  return `${timeIn(at, zone).replace(' ', 'T')}${seconds}`
}

const one = (value: Query[string]) => [value ?? ''].flat()[0] ?? ''
