/** A moment in UTC, to the minute; staff sit in many time zones and speak of one. */
export function Time({ at }: { at: Date }) {
  return <time dateTime={at.toISOString()}>{at.toISOString().slice(0, 16).replace('T', ' ')}</time>
}
