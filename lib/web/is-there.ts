import { LRUCache } from 'lru-cache'
import { pool } from '@/lib/db'
import { isSlug } from '@/lib/input/slug'
import { sharedStatement } from '@/lib/shared-statement'

/** Pages that are told apart by a slug, after the language. Some names below them are pages or files of their own. */
const bySlug = /^(?:\/embed)?\/[^/]+\/(?:petitions|activities|members|letters)\/(?!find$|[^/]+\.\w+$)([^/]+)/

/** In ms. */
const REMEMBERED = 3_000
/** The slugs that exist. Concurrent requests for a slug share its look-up; slugs that do not exist are not cached. */
const known = new LRUCache<string, true>({
  max: 5_000,
  ttl: REMEMBERED,
  fetchMethod: async (slug) => (await isKnown(slug)) || undefined,
})

/**
 * Whether anything public may stand at a path: the pages by slug are looked up, by one read of their indexes, which
 * those who ask at once share; of every other path it is taken to be so. A made-up slug costs this instead of a
 * rendering. Where the database does not answer, the page is left to say so.
 */
export async function isThere(path: string): Promise<boolean> {
  const slug = bySlug.exec(path)?.[1]
  if (slug === undefined) return true
  if (!isSlug(slug)) return false
  return (await known.fetch(slug).catch(() => true)) ?? false
}

// Whatever has the slug: the page itself knows where something has moved, and what is published.
const isKnown = sharedStatement<string, boolean>(null, async (slugs) => {
  // In subqueries for the same reason as in find-by-token.ts: planned once, not at each execution.
  const { rows } = await pool().query<{ slug: string }>({
    name: 'known-slugs',
    text: `SELECT slug FROM petition WHERE slug = ANY((SELECT $1::text[])::text[]) UNION ALL SELECT slug FROM activity WHERE slug = ANY((SELECT $1::text[])::text[])
      UNION ALL SELECT slug FROM member WHERE slug = ANY((SELECT $1::text[])::text[]) UNION ALL SELECT slug FROM letter WHERE slug = ANY((SELECT $1::text[])::text[])`,
    values: [slugs],
  })
  const found = new Set(rows.map(({ slug }) => slug))
  return slugs.map((slug) => found.has(slug))
})
