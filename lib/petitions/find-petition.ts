import { db } from '@/lib/db'
import { type PetitionView, petitionView } from './petition-view'

/** A published petition in a language, or null: unknown slugs and drafts look alike. */
export async function findPetition(slug: string, locale: string): Promise<PetitionView | null> {
  const row = await db().petition.findUnique({ where: { slug }, include: { texts: true, total: true } })
  return row && petitionView(row, locale)
}
