import { countryCodes } from '@/lib/input/country-codes'
import { regionNames } from '@/lib/text/formats'
import { type Locale, translator } from '@/messages/translator'

/**
 * The name of a country or territory. Most come from the Unicode CLDR; the few that CLDR words in a way that
 * takes sides, or at length, are in our own words (`countries` in the messages).
 */
export function countryName(code: string, locale: Locale): string {
  const ours = translator(locale, 'countries')
  type Ours = Parameters<typeof ours>[0]
  return ours.has(code as Ours) ? ours(code as Ours) : (regionNames(locale).of(code) ?? code)
}

/** All countries and territories with their names, in the order of the language. */
export function countriesByName(locale: Locale): { code: string; name: string }[] {
  const known = sorted.get(locale)
  if (known) return known
  const { compare } = new Intl.Collator(locale)
  const countries = countryCodes
    .map((code) => ({ code, name: countryName(code, locale) }))
    .sort((a, b) => compare(a.name, b.name))
  sorted.set(locale, countries)
  return countries
}

const sorted = new Map<Locale, { code: string; name: string }[]>()
