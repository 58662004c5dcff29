import { LRUCache } from 'lru-cache'
import { pool } from '@/lib/db'
import { isSlug } from '@/lib/input/slug'
import { sourceLocale } from '@/messages/translator'

/**
 * In ms: how long a petition's id and text versions are cached. The signing statement itself checks whether it is open.
 */
const REMEMBERED = 2_000

export interface SignablePetition {
  id: string
  status: string
  texts: { locale: string; version: number; sha256: Buffer<ArrayBuffer> }[]
}

const cache = new LRUCache<string, SignablePetition>({
  max: 100,
  ttl: REMEMBERED,
  fetchMethod: (slug) => read(slug),
})

/**
 * The parts of a published petition that signing needs; null if there is none of this slug.
 * @param text the hash of the text that was shown: if it is not cached, it may have been published since, and the
 *   petition is read again
 */
export async function signablePetition(slug: string, text: Buffer | null = null): Promise<SignablePetition | null> {
  const known = await cache.fetch(slug)
  if (!known || !text || shownText(known, text, '')) return known ?? null
  return (await cache.fetch(slug, { forceRefresh: true })) ?? null
}

/** The version that was shown, by its hash; without one, the newest in the language or in English. */
export function shownText(petition: SignablePetition, sha256: Buffer | null, locale: string) {
  if (sha256) return petition.texts.find((text) => text.sha256.equals(sha256)) ?? null
  return newest(petition, locale) ?? newest(petition, sourceLocale) ?? null
}

function newest(petition: SignablePetition, locale: string) {
  return petition.texts.filter((text) => text.locale === locale).sort((a, b) => b.version - a.version)[0]
}

async function read(slug: string): Promise<SignablePetition | undefined> {
  if (!isSlug(slug)) return undefined
  const { rows } = await pool().query<{
    id: string
    status: string
    locale: string
    version: number
    sha256: Buffer<ArrayBuffer>
  }>({
    name: 'signable-petition',
    text: `SELECT p.id, p.status::text, t.locale, t.version, t.sha256
           FROM petition p JOIN petition_text t ON t.petition_id = p.id WHERE p.slug = $1 AND p.status <> 'draft' AND p.removed_at IS NULL`,
    values: [slug],
  })
  const first = rows[0]
  return (
    first && {
      id: first.id,
      status: first.status,
      texts: rows.map(({ locale, version, sha256 }) => ({ locale, version, sha256 })),
    }
  )
}
