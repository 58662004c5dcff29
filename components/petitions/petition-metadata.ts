import type { Metadata } from 'next'
import { pageMetadata } from '@/components/site/page-metadata'
import type { PictureView } from '@/lib/share-pictures/find-picture'
import type { Locale } from '@/messages/translator'
import { pictureWords } from './picture-words'

interface Page {
  locale: Locale
  slug: string
  text: { title: string; call: string }
  /** The preview picture of its link; null if there is none yet. */
  picture: PictureView | null
}

/** The metadata of a petition's page (title, description, addresses, picture, feed), also for a form that came back. */
export function petitionMetadata({ locale, slug, text: { title, call }, picture }: Page): Metadata {
  const path = `/petitions/${slug}`
  const shown = picture && { path: picture.path, alt: pictureWords(title, picture, locale) }
  const page = pageMetadata({ locale, path, title, description: call, picture: shown })
  const types = { 'application/atom+xml': `/${locale}${path}/feed.atom` }
  return { ...page, alternates: { ...page.alternates, types } }
}
