import { db } from '@/lib/db'
import { type RecentGrowth, recentGrowth } from '@/lib/petitions/growth'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'

export interface PetitionCount {
  id: string
  slug: string
  status: string
  net: number
  paper: number
  goal: number
  recent: RecentGrowth | undefined
}

/** All petitions with their counts. */
export async function findPetitionCounts(by: Staff, now: Date): Promise<PetitionCount[]> {
  authorise(by, 'overview.see')
  const petitions = await db().petition.findMany({ include: { total: true }, orderBy: { slug: 'asc' } })
  const recent = await recentGrowth(
    petitions.map(({ id }) => id),
    now,
  )
  return petitions.map(({ id, slug, status, goal, total }) => ({
    id,
    slug,
    status,
    goal,
    recent: recent.get(id),
    net: Number(total?.net ?? 0),
    paper: Number(total?.paper ?? 0),
  }))
}
