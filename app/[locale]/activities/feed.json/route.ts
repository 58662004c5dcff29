import { feedOf } from '@/lib/web/feeds/feed-entries'
import { isLocale } from '@/messages/translator'

export const dynamic = 'force-static'
export const revalidate = 3
export function generateStaticParams() {
  return []
}

/** The activities as a JSON Feed (version 1.1, jsonfeed.org), in the language of the address. */
export async function GET(_request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const { locale } = await params
  if (!isLocale(locale)) return new Response(null, { status: 404 })
  const feed = await feedOf(locale)
  const body = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: feed.home,
    feed_url: `${feed.home}/feed.json`,
    language: locale,
    authors: [{ name: feed.author }],
    items: feed.entries.map(({ id, url, title, text, publishedAt, updatedAt, locale: language }) => ({
      id,
      url,
      title,
      language,
      content_text: text,
      date_published: publishedAt.toISOString(),
      date_modified: updatedAt.toISOString(),
    })),
  }
  return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/feed+json; charset=utf-8' } })
}
