import { countryName as named } from '@/components/site/country-names'

/** A country or territory in English, by its ISO code, as the site names it. */
export function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? named(code, 'en') : code
}

/** A flag (`busy_network`) as words: "Busy network". */
export function flagName(code: string): string {
  return code.charAt(0).toUpperCase() + code.slice(1).replaceAll('_', ' ')
}

/** The flags of a signature, which are stored as one line of codes. */
export function flagNames(signals: string): string {
  return signals.split(' ').filter(Boolean).map(flagName).join(', ')
}
