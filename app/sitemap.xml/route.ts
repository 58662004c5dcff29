import { sitePages } from '@/components/site/site-pages'
import { listActivities } from '@/lib/coalition/list-activities'
import { listLetters } from '@/lib/coalition/list-letters'
import { listMembers } from '@/lib/coalition/list-members'
import { env } from '@/lib/env'
import { listPetitions } from '@/lib/petitions/list-petitions'
import { locales, sourceLocale } from '@/messages/translator'

export const dynamic = 'force-dynamic'

/** Every public page in every language, each with the addresses of the others (sitemaps.org, hreflang). */
export async function GET(): Promise<Response> {
  const site = env().SITE_URL
  const pages = await publicPages()
  const served = locales.filter((locale) => locale !== 'ar-XB')
  const urls = pages.flatMap((path) => {
    const link = (lang: string, locale: string) =>
      `<xhtml:link rel="alternate" hreflang="${lang}" href="${site}/${locale}${path}"/>`
    const links = [...served.map((locale) => link(locale, locale)), link('x-default', sourceLocale)].join('')
    return served.map((locale) => `<url><loc>${site}/${locale}${path}</loc>${links}</url>`)
  })
  const body = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n')
  return new Response(body, {
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, s-maxage=4' },
  })
}

/** Paths after the language. Slugs hold nothing that XML or an address would have to escape. */
async function publicPages(): Promise<string[]> {
  const [petitions, members, letters, activities] = await Promise.all([
    listPetitions(sourceLocale),
    listMembers(sourceLocale),
    listLetters(sourceLocale),
    listActivities(sourceLocale),
  ])
  const empty = activities.length === 0 ? '/activities' : null
  return [
    ...sitePages.filter(({ path, unlisted }) => !unlisted && path !== empty).map(({ path }) => path),
    ...petitions.map(({ slug }) => `/petitions/${slug}`),
    ...members.map(({ slug }) => `/members/${slug}`),
    ...activities.map(({ slug }) => `/activities/${slug}`),
    ...letters.map(({ slug }) => `/letters/${slug}`),
  ]
}
