import { z } from 'zod'
import { readQuery } from '@/lib/input/read-query'
import { type Locale, locales, sourceLocale } from '@/messages/translator'
import { json } from './answer'
import { publicCacheHeaders } from './public-cache-headers'

const schema = z.object({ locale: z.enum(locales, 'unknown').default(sourceLocale) })

/** The language of `?locale=`, English by default; 422 if the site does not have it, or for several. */
export function readLocale(request: Request): Locale | Response {
  const read = readQuery(schema, new URL(request.url).searchParams)
  if (read.ok) return read.query.locale
  return json({ errors: { locale: [`One of: ${locales.join(', ')}.`] } }, 422, publicCacheHeaders)
}
