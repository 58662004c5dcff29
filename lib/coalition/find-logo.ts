import { db } from '@/lib/db'
import { isSlug } from '@/lib/input/slug'

/** The logo of a member on the list, a PNG, or null. */
export async function findLogo(slug: string): Promise<Uint8Array | null> {
  if (!isSlug(slug)) return null
  const row = await db().memberLogo.findFirst({ where: { member: { slug, leftOn: null } }, select: { bytes: true } })
  return row?.bytes ?? null
}
