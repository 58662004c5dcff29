import { isLocale, type Locale, locales, sourceLocale } from '@/messages/translator'

/** The language to answer in where the request's own address does not say it: that of the page it came from, or the best of Accept-Language. */
export function guessLocale(referer: string | null | undefined, acceptLanguage: string | null | undefined): Locale {
  const from = /^https?:\/\/[^/]+\/([A-Za-z-]+)(?:\/|$)/.exec(referer ?? '')?.[1] ?? ''
  return isLocale(from) ? from : preferredLocale(acceptLanguage)
}

/** The served language that Accept-Language likes best (RFC 9110, section 12.5.4), or English. */
export function preferredLocale(acceptLanguage: string | null | undefined): Locale {
  const wishes = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const q = parameters.find((parameter) => parameter.trim().startsWith('q='))
      return { primary: tag.split('-')[0]?.toLowerCase() ?? '', weight: q ? Number(q.split('=')[1]) || 0 : 1 }
    })
    .sort((a, b) => b.weight - a.weight)
  for (const { primary, weight } of wishes) {
    const found = weight > 0 && locales.find((locale) => locale === primary)
    if (found) return found
  }
  return sourceLocale
}
