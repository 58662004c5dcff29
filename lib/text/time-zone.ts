/** The time zones to choose from, by their IANA names. */
export const timeZones: readonly string[] = [
  'UTC',
  ...Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC'),
]

/** What people call it: its city. */
export function zoneName(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

/** `2026-11-29 11:28`: a moment in a time zone, to the minute. */
export function timeIn(at: Date, zone: string): string {
  return formatOf(zone).format(at)
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
