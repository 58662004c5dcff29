import { db } from '@/lib/db'
import { isSlug } from '@/lib/input/slug'
import { type PetitionView, petitionView } from './petition-view'

/**
 * A published petition in a language, or null: unknown slugs, drafts and what was taken out of view look alike.
 * @param signed hash of the words somebody signed, to see the petition in these, whatever became of it
 */
export async function findPetition(slug: string, locale: string, signed?: Uint8Array): Promise<PetitionView | null> {
  if (!isSlug(slug)) return null
  const row = await db().petition.findUnique({ where: { slug }, include: { texts: true, total: true } })
  return row && petitionView(row, locale, signed)
}
