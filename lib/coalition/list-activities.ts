import { db } from '@/lib/db'
import { type ActivityView, activityView, withActivity } from './activity-view'

/** All published activities, the earliest first: the order in which they are read. */
export async function listActivities(locale: string): Promise<ActivityView[]> {
  const rows = await db().activity.findMany({
    where: { publishedAt: { not: null } },
    include: withActivity,
    orderBy: [{ eventOn: 'asc' }, { slug: 'asc' }],
  })
  return rows.map((row) => activityView(row, locale)).filter((view) => view !== null)
}
