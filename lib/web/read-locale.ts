import { z } from 'zod'
import { readQuery } from '@/lib/input/read-query'
import { isLocale, type Locale, locales, sourceLocale } from '@/messages/translator'
import { json, wantsJson } from './answer'
import { publicCacheHeaders } from './public-cache-headers'
import { showTrouble } from './reloadable-answer'

const schema = z.object({ locale: z.enum(locales, 'unknown').default(sourceLocale) })

/** The language of `?locale=`, English by default; 422 if the site does not have it, or for several. */
export function readLocale(request: Request): Locale | Response {
  const read = readQuery(schema, new URL(request.url).searchParams)
  if (read.ok) return read.query.locale
  return unknownLocale(publicCacheHeaders)
}

/**
 * The language of a posted form, English if it names none. One that the site does not have is refused, not replaced: it
 * decides which words the person is shown, mailed and taken to have signed.
 */
export function postedLocale(request: Request, { locale = '' }: Record<string, string>): Locale | Response {
  if (locale === '') return sourceLocale
  if (isLocale(locale)) return locale
  return wantsJson(request) ? unknownLocale() : showTrouble(request, 400)
}

function unknownLocale(headers?: Record<string, string>): Response {
  const errors = { locale: [`One of: ${locales.join(', ')}.`] }
  return json({ errors, codes: { locale: ['unknown'] } }, 422, headers)
}
