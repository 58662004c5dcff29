import { readMoment } from '@/lib/input/day'
import type { Query } from '@/lib/input/read-query'
import { momentIn, readZone, timeIn } from '@/lib/text/time-zone'

const moments = ['from', 'to'] as const
type Moment = (typeof moments)[number]

/** The name of a field beside a control with its exact time, for ambiguous local times (`keptMoment`). */
export const keptName = (name: Moment) => `${name}At`

/**
 * Converts the times of a filter in a staff form to UTC, from the zone that the form names (`zone`), so that its
 * address means the same to everybody. Times are UTC without a zone, or if they end in Z. Invalid values stay as they
 * are, to be refused later.
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
    // An unchanged control keeps its exact time.
    const same = at && before && momentIn(localText(before, zone), zone)?.getTime() === at.getTime()
    return at ? [[name, (same ? before : at).toISOString()]] : []
  })
  return { ...rest, ...Object.fromEntries(read) }
}

/** A time of a filter, formatted for its control in the reader's zone; invalid text stays as typed. */
export function shownIn(zone: string, query: Query, name: Moment): string {
  const at = momentOf(query, name)
  return at ? localText(at, zone) : one(query[name])
}

/**
 * The exact time behind a control whose text alone would be read as another time, in an hour that a clock shows twice.
 */
export function keptMoment(zone: string, query: Query, name: Moment): string | null {
  const at = momentOf(query, name)
  return at && momentIn(localText(at, zone), zone)?.getTime() !== at.getTime() ? at.toISOString() : null
}

function momentOf(query: Query, name: Moment): Date | null {
  // The zone has no such local time.
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
