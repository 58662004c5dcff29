import { db } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { type Values, versionOf } from './change-row'
import { sourceValues } from './save-source'

/** All sources, by key: what forms offer and what can be changed. */
export async function listSources(by: Staff): Promise<{ key: string; values: Values; stamp: string }[]> {
  authorise(by, 'coalition.read')
  const rows = await db().source.findMany({ orderBy: { key: 'asc' } })
  return rows.map((row) => {
    const values = sourceValues(row)
    return { key: row.key, values, stamp: versionOf(values) }
  })
}
