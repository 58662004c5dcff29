import type { MetadataRoute } from 'next'
import { sitePages } from '@/components/site/site-pages'
import { listDocuments } from '@/lib/coalition/documents/list-documents'
import { listActivities } from '@/lib/coalition/list-activities'
import { listLetters } from '@/lib/coalition/list-letters'
import { listMembers } from '@/lib/coalition/list-members'
import { env } from '@/lib/env'
import { listPetitions } from '@/lib/petitions/list-petitions'
import { locales, sourceLocale } from '@/messages/translator'

export const dynamic = 'force-dynamic'

/** Every public page in every language, each with the addresses of the others (sitemaps.org, hreflang). */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const pages = await publicPages()
  const served = locales.filter((locale) => locale !== 'ar-XB')
  return pages.flatMap((path) => {
    const at = (locale: string) => `${env().SITE_URL}/${locale}${path}`
    const languages = Object.fromEntries([
      ...served.map((locale) => [locale, at(locale)]),
      ['x-default', at(sourceLocale)],
    ])
    return served.map((locale) => ({ url: at(locale), alternates: { languages } }))
  })
}

/** Paths after the language. Slugs hold nothing that XML or an address would have to escape. */
async function publicPages(): Promise<string[]> {
  const [petitions, members, letters, activities, documents] = await Promise.all([
    listPetitions(sourceLocale),
    listMembers(sourceLocale),
    listLetters(sourceLocale),
    listActivities(sourceLocale),
    listDocuments(),
  ])
  const empty = [...(activities.length === 0 ? ['/activities'] : []), ...(documents.length === 0 ? ['/documents'] : [])]
  return [
    ...sitePages.filter(({ path, unlisted }) => !unlisted && !empty.includes(path)).map(({ path }) => path),
    ...petitions.map(({ slug }) => `/petitions/${slug}`),
    ...members.map(({ slug }) => `/members/${slug}`),
    ...activities.map(({ slug }) => `/activities/${slug}`),
    ...letters.map(({ slug }) => `/letters/${slug}`),
  ]
}
