import { dayStart, timeIn } from '@/lib/text/time-zone'
import { viewText } from './view-text'

export type BuiltInView = 'all' | 'held' | 'appeals' | 'today' | 'flagged'

const DAY = 86_400_000

/** Views that everybody has, by the query of the list's address. Their days begin in the reader's zone. */
export function builtInViews(now: Date, zone: string): { view: BuiltInView; query: string }[] {
  const today = { from: startOfDay(now, zone) }
  const week = { from: startOfDay(new Date(now.getTime() - 6 * DAY), zone) }
  return [
    { view: 'all', query: '' },
    { view: 'held', query: viewText({ filter: { state: 'held' }, sort: 'oldest' }) },
    { view: 'appeals', query: viewText({ filter: {}, sort: 'appeal' }) },
    { view: 'today', query: viewText({ filter: today, sort: 'newest' }) },
    { view: 'flagged', query: viewText({ filter: { signal: 'any', ...week }, sort: 'newest' }) },
  ]
}

function startOfDay(at: Date, zone: string): Date {
  return dayStart(timeIn(at, zone).slice(0, 10), zone) ?? at
}
