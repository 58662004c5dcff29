import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { type PetitionView, petitionView } from '../petition-view'
import { asksOf } from '../texts/petition-words'
import { textState } from '../texts/text-state'

/**
 * A petition as the public would see it if the saved texts were published; a draft as if it were open.
 * @returns null if nothing is saved in the language
 */
export async function previewPetition(by: Staff, id: string, locale: string, now: Date): Promise<PetitionView | null> {
  authorise(by, 'petition.read')
  if (!isId(id)) return null
  const row = await db().petition.findUnique({ where: { id }, include: { total: true } })
  const { words, published, revision } = await textState(id, locale)
  if (!row || (!published && revision === 0)) return null
  const { title, call, addressee, body, story } = words
  const version = { petitionId: id, locale, version: (published?.version ?? 0) + 1, sha256: new Uint8Array() }
  const text = { title, call, addressee, asks: asksOf(words), body, story: story || null, publishedAt: now }
  const seen = { removedAt: null, openedAt: row.openedAt ?? now, status: row.status === 'draft' ? 'open' : row.status }
  return petitionView({ ...row, ...seen, texts: [{ ...version, ...text }] }, locale)
}
