import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { activityValues } from './activity-form'
import { versionOf } from './change-row'
import type { EditableRecord } from './find-editable-member'

export interface EditableActivity extends EditableRecord {
  title: string | null
  publishedAt: Date | null
}

/** An activity with all that the desk can change, or null. */
export async function findEditableActivity(by: Staff, id: string): Promise<EditableActivity | null> {
  authorise(by, 'coalition.read')
  if (!isId(id)) return null
  const row = await db().activity.findUnique({ where: { id }, include: { sources: true, texts: true } })
  if (!row) return null
  const values = activityValues(row)
  const title = row.texts.find(({ locale }) => locale === 'en')?.title ?? null
  const locales = row.texts.map(({ locale }) => locale)
  return { id, values, stamp: versionOf(values), locales, title, publishedAt: row.publishedAt }
}
