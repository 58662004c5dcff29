import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { type PetitionView, petitionView } from '../petition-view'
import { asksOf, cleanWords, wordsIn } from '../texts/petition-words'
import { textState } from '../texts/text-state'

/**
 * A petition as the public would see it if the saved texts were published; a draft as if it were open.
 * @param typed fields of the form with the text, which are not saved: they stand in for what is
 * @returns null if nothing is saved in the language
 */
export async function previewPetition(
  by: Staff,
  id: string,
  locale: string,
  now: Date,
  typed: Record<string, string> | null = null,
): Promise<PetitionView | null> {
  authorise(by, 'petition.read')
  if (!isId(id)) return null
  const row = await db().petition.findUnique({ where: { id }, include: { total: true } })
  const { words: saved, published, revision } = await textState(id, locale)
  if (!row || (!typed && !published && revision === 0)) return null
  const words = typed ? cleanWords({ ...saved, ...wordsIn(typed) }) : saved
  const { title, call, addressee, body, story } = words
  const version = { petitionId: id, locale, version: (published?.version ?? 0) + 1, sha256: new Uint8Array() }
  const text = { title, call, addressee, asks: asksOf(words), body, story: story || null, publishedAt: now }
  const seen = { removedAt: null, openedAt: row.openedAt ?? now, status: row.status === 'draft' ? 'open' : row.status }
  return petitionView({ ...row, ...seen, texts: [{ ...version, ...text }] }, locale)
}
