/** The time zones to choose from, by their IANA names. */
export const timeZones: readonly string[] = [
  'UTC',
  ...Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC'),
]

/**
 * The zone of this name or of an older one, as an address or a row may have it; null if there is none. An offset, which
 * newer engines take for a zone, is none: days could begin at any minute.
 */
export function readZone(text: unknown): string | null {
  if (typeof text !== 'string' || !/^[A-Za-z]/.test(text)) return null
  try {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: text }).resolvedOptions().timeZone
  } catch {
    return null
  }
}

/** The zone that a person chose; UTC where they have chosen none, or one that this system no longer knows. */
export function zoneOf(chosen: string | null | undefined): string {
  return chosen && timeZones.includes(chosen) ? chosen : 'UTC'
}

/**
 * A time zone's name in a language: in English its city, in others, for which cities have no names here, as Unicode
 * does.
 */
export function zoneName(zone: string, language: string): string {
  if (language === 'en' || zone === 'UTC') return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
  const parts = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(0)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone
}

/** `2026-11-29 11:28`: a moment in a time zone, to the minute. */
export function timeIn(at: Date, zone: string): string {
  return formatOf(zone).format(at)
}

/** A moment in a time zone with its name, for a sentence: `2026-11-29 11:28 (Seoul)`. */
export function momentInWords(at: Date, zone: string, language: string): string {
  return `${timeIn(at, zone)}${zone === 'UTC' ? ' UTC' : ` (${zoneName(zone, language)})`}`
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Made once: a list shows fifty times. Swedish writes dates as ISO 8601 does. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  formats.set(timeZone, made)
  return made
}

/**
 * The moment of a local time (`2026-11-29T11:28`, with seconds or without) in a zone; null if it is none, such as a day
 * alone or a time that ends in Z. A time that a clock shows twice is the first; one that it skips is as much later.
 */
export function momentIn(text: string, zone: string): Date | null {
  const guess = new Date(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?$/.test(text) ? `${text}Z` : '')
  // JavaScript reads 30 February as a day in March.
  if (Number.isNaN(guess.getTime()) || !guess.toISOString().startsWith(text.slice(0, 16))) return null
  const found = [-1, 1]
    .map((side) => new Date(guess.getTime() - offsetAt(new Date(guess.getTime() + side * 86_400_000), zone)))
    .toSorted((a, b) => a.getTime() - b.getTime())
  return found.find((at) => at.getTime() + offsetAt(at, zone) === guess.getTime()) ?? found.at(-1) ?? null
}

/**
 * When a day (`2026-11-28`) begins in a zone: at midnight, or as soon as there is a time, where its clocks skip
 * midnight.
 */
export function dayStart(day: string, zone: string): Date | null {
  return momentIn(`${day}T00:00`, zone)
}

/** In ms: how far a zone's clock is ahead of UTC. */
function offsetAt(at: Date, zone: string): number {
  const minute = Math.floor(at.getTime() / 60_000) * 60_000
  return new Date(`${timeIn(at, zone).replace(' ', 'T')}:00Z`).getTime() - minute
}
