import { LRUCache } from 'lru-cache'
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

/** In ms: as long as public pages are kept. */
const RECENT = 3_000

const recent = new LRUCache<string, PetitionView>({ max: 500, ttl: RECENT })

/** The same, as it was at most three seconds ago: for pages of which everybody opens their own. */
export async function recentPetition(slug: string, locale: string, signed: Uint8Array): Promise<PetitionView | null> {
  const key = `${slug} ${locale} ${Buffer.from(signed).toString('hex')}`
  const known = recent.get(key)
  if (known) return known
  const found = await findPetition(slug, locale, signed)
  if (found) recent.set(key, found)
  return found
}
