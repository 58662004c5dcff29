import { db } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { proposeSlugs } from './propose-slugs'

/**
 * The address that a petition with this title would be given now, without one of its own (`beginPetition`); null for
 * none.
 */
export async function proposeAddress(by: Staff, title: string): Promise<string | null> {
  authorise(by, 'petition.write')
  const slugs = proposeSlugs(title)
  const taken = await db().petition.findMany({ where: { slug: { in: slugs } }, select: { slug: true } })
  return slugs.find((one) => taken.every(({ slug }) => slug !== one)) ?? null
}
