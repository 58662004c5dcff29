import { db } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'

export interface PetitionCount {
  id: string
  slug: string
  status: string
  net: number
  paper: number
  goal: number
}

/** All petitions with their counts. */
export async function findPetitionCounts(by: Staff): Promise<PetitionCount[]> {
  authorise(by, 'overview.see')
  const petitions = await db().petition.findMany({ include: { total: true }, orderBy: { slug: 'asc' } })
  return petitions.map(({ id, slug, status, goal, total }) => ({
    id,
    slug,
    status,
    goal,
    net: Number(total?.net ?? 0),
    paper: Number(total?.paper ?? 0),
  }))
}
