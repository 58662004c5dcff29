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

const recent = new LRUCache<string, { found: Picture | null }>({
  max: 500,
  maxSize: 20_000_000,
  sizeCalculation: ({ found }) => (found?.bytes.length ?? 0) + 100,
  ttl: 3_000,
  fetchMethod: async (key) => {
    const [slug = '', locale = ''] = key.split(' ')
    return { found: await readPicture(slug, locale) }
  },
})

/** The newest picture as it was at most three seconds ago: however many ask, it is read once. */
export async function recentPicture(slug: string, locale: string): Promise<Picture | null> {
  return isSlug(slug) ? ((await recent.fetch(`${slug} ${locale}`))?.found ?? null) : null
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
