import { db } from '@/lib/db'
import type { Staff } from '@/lib/staff/staff'
import type { PetitionWords } from './petition-words'
import { wordsOf } from './text-state'

/** A person's draft conflicts in a petition and language, newest first. */
export async function listDraftConflicts(
  by: Staff,
  petitionId: string,
  locale: string,
): Promise<{ id: string; words: PetitionWords }[]> {
  const where = { petitionId, locale, staffId: by.id }
  const rows = await db().draftConflict.findMany({ where, orderBy: { createdAt: 'desc' } })
  return rows.map((row) => ({ id: row.id, words: wordsOf(row) }))
}
