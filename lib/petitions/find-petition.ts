import { db } from '@/lib/db'
import { isSlug } from '@/lib/input/slug'
import { type PetitionView, petitionView } from './petition-view'

/**
 * A published petition in a language, or null: unknown slugs, drafts and unpublished petitions look alike.
 * @param signed hash of the text that somebody signed, to show the petition in it, whatever its present state
 */
export async function findPetition(slug: string, locale: string, signed?: Uint8Array): Promise<PetitionView | null> {
  if (!isSlug(slug)) return null
  const row = await db().petition.findUnique({ where: { slug }, include: { texts: true, total: true } })
  return row && petitionView(row, locale, signed)
}
