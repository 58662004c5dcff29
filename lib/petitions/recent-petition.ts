import { LRUCache } from 'lru-cache'
import { findPetition } from './find-petition'
import type { PetitionView } from './petition-view'

/** The parts of a petition that a signer's own page shows. */
export type SignedPetition = Pick<PetitionView, 'slug' | 'status' | 'inView' | 'text' | 'goal' | 'nextAct'>

/** In ms: as long as public pages are kept. */
const RECENT = 3_000

interface Wanted {
  slug: string
  locale: string
  signed: Uint8Array
}

const recent = new LRUCache<string, SignedPetition, Wanted>({
  max: 500,
  ttl: RECENT,
  fetchMethod: async (_key, _stale, { context: { slug, locale, signed } }) => {
    const found = await findPetition(slug, locale, signed)
    if (!found) return undefined
    const { slug: address, status, inView, text, goal, nextAct } = found
    return { slug: address, status, inView, text, goal, nextAct }
  },
})

/**
 * A petition in the text that somebody signed, as it was at most three seconds ago: for pages of which everybody opens
 * their own. However many come at once, it is read once.
 */
export async function recentPetition(slug: string, locale: string, signed: Uint8Array): Promise<SignedPetition | null> {
  const key = `${slug} ${locale} ${Buffer.from(signed).toString('hex')}`
  return (await recent.fetch(key, { context: { slug, locale, signed } })) ?? null
}
