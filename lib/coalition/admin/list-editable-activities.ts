import { db } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { isoDate } from '../partial-date'

export interface EditableActivityRow {
  id: string
  slug: string
  title: string | null
  happened: string
  published: boolean
  locales: string[]
}

/** All activities, published or not, the newest first. */
export async function listEditableActivities(by: Staff): Promise<EditableActivityRow[]> {
  authorise(by, 'coalition.read')
  const rows = await db().activity.findMany({
    include: { texts: true },
    orderBy: [{ eventOn: 'desc' }, { slug: 'asc' }],
  })
  return rows.map(({ id, slug, eventOn, eventPrecision, publishedAt, texts }) => ({
    id,
    slug,
    title: texts.find(({ locale }) => locale === 'en')?.title ?? null,
    happened: isoDate({ on: eventOn, precision: eventPrecision }),
    published: publishedAt !== null,
    locales: texts.map(({ locale }) => locale),
  }))
}
