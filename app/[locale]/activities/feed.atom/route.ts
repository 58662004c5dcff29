import { atomFeed } from '@/lib/web/feeds/atom'
import { feedOf } from '@/lib/web/feeds/feed-entries'
import { isLocale } from '@/messages/translator'

export const dynamic = 'force-static'
export const revalidate = 3
export function generateStaticParams() {
  return []
}

/** The activities as an Atom feed, in the language of the address. */
export async function GET(_request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const { locale } = await params
  if (!isLocale(locale)) return new Response(null, { status: 404 })
  const body = atomFeed(await feedOf(locale), locale)
  return new Response(body, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } })
}
