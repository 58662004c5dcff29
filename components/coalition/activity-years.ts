import type { ActivityView } from '@/lib/coalition/activity-view'

export interface Year {
  year: number
  entries: ActivityView[]
}

/** Activities by the year (UTC) in which they happened, in the order they come in. */
export function byYear(activities: ActivityView[]): Year[] {
  const years = new Map<number, ActivityView[]>()
  for (const activity of activities) {
    const year = activity.happened.on.getUTCFullYear()
    years.set(year, [...(years.get(year) ?? []), activity])
  }
  return [...years].map(([year, entries]) => ({ year, entries }))
}
