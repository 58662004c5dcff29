import Negotiator from 'negotiator'
import { isLocale, type Locale, locales, servedLocale } from '@/messages/translator'

/**
 * The language to answer in if the request's path does not say it: that of the referring page, or the best of
 * Accept-Language.
 */
export function guessLocale(referer: string | null | undefined, acceptLanguage: string | null | undefined): Locale {
  const from = /^https?:\/\/[^/]+\/([A-Za-z-]+)(?:\/|$)/.exec(referer ?? '')?.[1] ?? ''
  return isLocale(from) ? from : preferredLocale(acceptLanguage)
}

/** The supported language that Accept-Language prefers (RFC 9110, section 12.5.4), or English. */
export function preferredLocale(acceptLanguage: string | null | undefined): Locale {
  const header = { 'accept-language': (acceptLanguage ?? '').slice(0, 500) }
  const wished = new Negotiator({ headers: header }).languages()
  return servedLocale(wished.map((tag) => served(tag.toLowerCase())).find((locale) => locale !== undefined))
}

/** The supported language of a tag: an exact match, else that of its first subtag, as `pt` or `pt-PT` for `pt-BR`. */
function served(tag: string): Locale | undefined {
  const wished = primaryOf(tag)
  return (
    locales.find((locale) => locale.toLowerCase() === tag) ?? locales.find((locale) => primaryOf(locale) === wished)
  )
}

/** The first subtag of a tag. Some browsers still send the code that Indonesian had until 1989. */
function primaryOf(tag: string): string {
  const primary = tag.split('-')[0] ?? ''
  return primary === 'in' ? 'id' : primary
}
