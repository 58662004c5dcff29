import { atomFeed } from '@/lib/web/feeds/atom'
import { petitionFeed } from '@/lib/web/feeds/petition-feed'
import { isLocale } from '@/messages/translator'

export const dynamic = 'force-static'
export const revalidate = 3
export function generateStaticParams() {
  return []
}

interface Address {
  params: Promise<{ locale: string; slug: string }>
}

/** A petition's progress as an Atom feed, in the language of the address. */
export async function GET(_request: Request, { params }: Address): Promise<Response> {
  const { locale, slug } = await params
  const feed = isLocale(locale) ? await petitionFeed(slug, locale, new Date()) : null
  if (!feed || !isLocale(locale)) return new Response(null, { status: 404 })
  return new Response(atomFeed(feed, locale), { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } })
}
