/** A day in UTC. */
export function Day({ date }: { date: Date }) {
  const day = date.toISOString().slice(0, 10)
  return <time dateTime={day}>{day}</time>
}
