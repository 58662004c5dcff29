import { db } from '@/lib/db'

/** All petitions by their slugs, drafts included, for choices in admin forms. */
export function listPetitionNames(): Promise<{ id: string; slug: string }[]> {
  return db().petition.findMany({ select: { id: true, slug: true }, orderBy: { slug: 'asc' } })
}
