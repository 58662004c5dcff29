import { findCount } from '@/lib/petitions/find-count'
import { json } from '@/lib/web/answer'
import { publicCacheHeaders } from '@/lib/web/public-cache-headers'

/** The public count: `{count, asOf, newest}`. Kept for five seconds by caches; open to scripts of any site. */
export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const { slug } = await params
  const count = await findCount(slug)
  return count ? json(count, 200, publicCacheHeaders) : json({ error: 'petition_unknown' }, 404, publicCacheHeaders)
}
