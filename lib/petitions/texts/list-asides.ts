import { db } from '@/lib/db'
import type { Staff } from '@/lib/staff/staff'
import { wordsOf } from './text-state'
import type { Words } from './words'

/** What somebody's own typing was set aside in a petition and language, newest first. */
export async function listAsides(
  by: Staff,
  petitionId: string,
  locale: string,
): Promise<{ id: string; words: Words }[]> {
  const where = { petitionId, locale, staffId: by.id }
  const rows = await db().petitionAside.findMany({ where, orderBy: { setAsideAt: 'desc' } })
  return rows.map((row) => ({ id: row.id, words: wordsOf(row) }))
}
