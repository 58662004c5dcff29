import { db } from '@/lib/db'
import { isSlug } from '@/lib/input/slug'
import { type ActivityView, activityView, withActivity } from './activity-view'

/** A published activity in a language, or null. */
export async function findActivity(slug: string, locale: string): Promise<ActivityView | null> {
  if (!isSlug(slug)) return null
  const row = await db().activity.findUnique({ where: { slug }, include: withActivity })
  return row && activityView(row, locale)
}
