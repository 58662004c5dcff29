import { locales } from '@/messages/translator'

/**
 * The language of a country, where the site has it not: in it a member's name may stand beside the others, in its own
 * script (`th` for Thailand). By CLDR's likely subtags, as `Intl` has them; null for one of the site's, or none.
 */
export function ownLanguage(country: string | null): string | null {
  if (!country) return null
  const { language } = new Intl.Locale(`und-${country}`).maximize()
  const isOfSite = locales.some((locale) => new Intl.Locale(locale).language === language)
  return language && language !== 'und' && !isOfSite ? language : null
}
