import { noteCount } from '@/lib/metrics/note'

/** The result of a request that reached a rate limit, or of a forged form. */
type Event = 'refused' | 'let in with a task' | 'taken for a later mail' | 'with a false proof' | 'held'

const MINUTE = 60_000
const counts = new Map<Event, number>()
let telling = false

/** Counts an event. Within a minute one line with the numbers is logged; it names no person and no network. */
export function countAbuseEvent(event: Event): void {
  noteCount('limits', event)
  counts.set(event, (counts.get(event) ?? 0) + 1)
  if (!telling) setTimeout(logCounts, MINUTE).unref()
  telling = true
}

function logCounts() {
  telling = false
  const line = [...counts].map(([event, count]) => `${count} ${event}`).join(', ')
  counts.clear()
  console.log(`limits: in the last minute ${line}`)
}
