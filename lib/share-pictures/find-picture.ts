import { LRUCache } from 'lru-cache'
import { db } from '@/lib/db'
import { isSlug } from '@/lib/input/slug'

/** A picture, without its bytes. */
export interface PictureView {
  /** The number on it. */
  count: number
  /** Its address: another number, another address, so that nobody is shown an old one from a cache. */
  path: string
}

/** The picture of a petition in view in one language, or null while none is made. */
export async function findPicture(slug: string, locale: string): Promise<PictureView | null> {
  const row = await db().sharePicture.findFirst({
    where: { locale, petition: inView(slug) },
    select: { count: true, sha256: true },
  })
  return row && { count: Number(row.count), path: picturePath(slug, locale, row.sha256) }
}

/** The address of the newest picture is that without a hash. */
function picturePath(slug: string, locale: string, hash?: string): string {
  return `/share/${slug}/${hash ? `${locale}-${hash.slice(0, 16)}` : locale}.png`
}

interface Picture {
  path: string
  sha256: string
  bytes: Uint8Array<ArrayBuffer>
}

const recent = new LRUCache<string, Picture>({
  max: 500,
  maxSize: 20_000_000,
  sizeCalculation: ({ bytes }) => bytes.length + 100,
  ttl: 3_000,
  fetchMethod: async (key) => {
    const [slug = '', locale = ''] = key.split(' ')
    // Misses are not kept: addresses that somebody makes up would push the pictures out.
    return (await readPicture(slug, locale)) ?? undefined
  },
})

/**
 * The newest picture as it was at most three seconds ago: however many ask, it is read once.
 * @param hash of the address it was asked for by: another process may know a newer one, and must not be led back here
 */
export async function recentPicture(slug: string, locale: string, hash?: string): Promise<Picture | null> {
  if (!isSlug(slug)) return null
  const key = `${slug} ${locale}`
  const kept = await recent.fetch(key)
  if (!kept || !hash || kept.sha256.startsWith(hash)) return kept ?? null
  const newest = await findPicture(slug, locale)
  return newest?.path === kept.path ? kept : ((await recent.fetch(key, { forceRefresh: true })) ?? null)
}

async function readPicture(slug: string, locale: string): Promise<Picture | null> {
  const row = await db().sharePicture.findFirst({
    where: { locale, petition: inView(slug) },
    select: { sha256: true, bytes: true },
  })
  return row && { ...row, path: picturePath(slug, locale, row.sha256) }
}

function inView(slug: string) {
  return { slug, status: { not: 'draft' as const }, removedAt: null }
}
