import type { Metadata } from 'next'
import { pageMetadata } from '@/components/site/page-metadata'
import type { PictureView } from '@/lib/share-pictures/find-picture'
import type { Locale } from '@/messages/translator'
import { pictureWords } from './picture-words'

interface Page {
  locale: Locale
  slug: string
  text: { title: string; call: string }
  /** To be shown for its link; null while none is made. */
  picture: PictureView | null
}

/** Title, description, addresses, picture and feed of a petition's page; the form that came back has the same. */
export function petitionMetadata({ locale, slug, text: { title, call }, picture }: Page): Metadata {
  const path = `/petitions/${slug}`
  const shown = picture && { path: picture.path, alt: pictureWords(title, picture, locale) }
  const page = pageMetadata({ locale, path, title, description: call, picture: shown })
  const types = { 'application/atom+xml': `/${locale}${path}/feed.atom` }
  return { ...page, alternates: { ...page.alternates, types } }
}
