import type { MetadataRoute } from 'next'
import { env } from '@/lib/env'

export const dynamic = 'force-dynamic'

/** Lets search engines read everything public; pages of one person keep themselves out by their own header. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', disallow: ['/admin', '/api/'], allow: '/' },
    sitemap: `${env().SITE_URL}/sitemap.xml`,
  }
}
