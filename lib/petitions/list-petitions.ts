import { db } from '@/lib/db'
import { type PetitionView, petitionView } from './petition-view'

const order = { open: 0, delivered: 1, won: 2, closed: 3 }

/** All published petitions: open ones first, then the newest. */
export async function listPetitions(locale: string): Promise<PetitionView[]> {
  const rows = await db().petition.findMany({
    where: { status: { not: 'draft' }, removedAt: null },
    include: { texts: true, total: true },
    orderBy: [{ openedAt: 'desc' }, { slug: 'asc' }],
  })
  return rows
    .map((row) => petitionView(row, locale))
    .filter((view) => view !== null)
    .sort((a, b) => order[a.status] - order[b.status])
}
