import type { ActivityView } from '@/lib/coalition/activity-view'

export interface Year {
  year: number
  entries: ActivityView[]
}

/** Groups activities by the year (UTC) in which they happened, in their given order. */
export function byYear(activities: ActivityView[]): Year[] {
  const years = new Map<number, ActivityView[]>()
  for (const activity of activities) {
    const year = activity.happened.on.getUTCFullYear()
    years.set(year, [...(years.get(year) ?? []), activity])
  }
  return [...years].map(([year, entries]) => ({ year, entries }))
}
