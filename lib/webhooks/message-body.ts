import { env } from '@/lib/env'

interface Stored {
  kind: string
  data: string
  createdAt: Date
  /** The petition's slug; null for a test. */
  slug: string | null
}

/** The body of a message, the same at every attempt. */
export function messageBody({ kind, data, createdAt, slug }: Stored): string {
  const about = slug === null ? {} : { petition: slug, url: `${env().SITE_URL}/en/petitions/${slug}` }
  const own = JSON.parse(data) as Record<string, unknown>
  return JSON.stringify({ type: kind, version: 1, timestamp: createdAt.toISOString(), data: { ...about, ...own } })
}
