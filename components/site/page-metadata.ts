import type { Metadata } from 'next'
import { env } from '@/lib/env'
import { type Locale, locales, sourceLocale, translator } from '@/messages/translator'

interface SharedPicture {
  path: string
  alt: string
}

/** In pixels, of every picture to share. */
const SIZE = { width: 1200, height: 630 }

/**
 * Title, description and the addresses of one page in all its languages.
 * @param path the page's path after the language, as `/petitions`; empty for the home page
 */
export function pageMetadata(page: {
  locale: Locale
  path: string
  title: string
  description?: string
  /** The picture that other services show for its link; else the picture of the site. */
  picture?: SharedPicture | null
}): Metadata {
  const { locale, path, title, description, picture } = page
  const image = picture ? { url: picture.path, ...SIZE, alt: picture.alt } : shareImage(locale)
  return {
    metadataBase: new URL(env().SITE_URL),
    title,
    description,
    alternates: {
      canonical: `/${locale}${path}`,
      languages: Object.fromEntries(locales.map((other) => [other, `/${other}${path}`])),
    },
    openGraph: { title, description, locale, type: 'website', url: `/${locale}${path}`, images: [image] },
    twitter: { card: 'summary_large_image' },
  }
}

/** Drawn by scripts/draw-share-images.ts, in the page's language. */
function shareImage(locale: Locale) {
  const drawn = locale === 'ar-XB' ? sourceLocale : locale
  return { url: `/share/${drawn}.png`, ...SIZE, alt: translator(locale, 'share.image')('line') }
}
