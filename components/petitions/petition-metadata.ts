import type { Metadata } from 'next'
import { pageMetadata } from '@/components/site/page-metadata'
import type { Locale } from '@/messages/translator'

interface Page {
  locale: Locale
  slug: string
  text: { title: string; call: string }
}

/** Title, description, addresses and feed of a petition's page; the form that came back has the same. */
export function petitionMetadata({ locale, slug, text: { title, call } }: Page): Metadata {
  const path = `/petitions/${slug}`
  const page = pageMetadata({ locale, path, title, description: call })
  const types = { 'application/atom+xml': `/${locale}${path}/feed.atom` }
  return { ...page, alternates: { ...page.alternates, types } }
}
