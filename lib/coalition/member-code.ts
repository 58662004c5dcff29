import { LRUCache } from 'lru-cache'
import { db } from '@/lib/db'

/** In ms: how old the list of codes may be. */
const FRESH = 10_000

const lists = new LRUCache<'codes', ReadonlySet<string>>({
  max: 1,
  ttl: FRESH,
  // Nobody but the first waits for the list, and without the database the one at hand still serves.
  allowStale: true,
  allowStaleOnFetchRejection: true,
  noDeleteOnFetchRejection: true,
  fetchMethod: async () => {
    const members = await db().member.findMany({ where: { leftOn: null }, select: { slug: true } })
    return new Set(members.map(({ slug }) => slug))
  },
})

/**
 * Checks the code in a member's links, which is its slug.
 * @returns the code; null if no member on the list has it: whoever comes by such a link signs all the same
 */
export async function memberCode(code: string | null | undefined): Promise<string | null> {
  return code && (await memberCodes()).has(code) ? code : null
}

/** The codes of all present members. */
export async function memberCodes(): Promise<ReadonlySet<string>> {
  return (await lists.fetch('codes')) ?? new Set()
}
