import { countryName as named } from '@/components/site/country-names'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { languageName as nameIn } from '@/messages/language-name'
import { capital } from './code-name'
import { tOf } from './words'

/** The site's name of a country or territory, by its ISO code. */
export function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? named(code, readerLanguage()) : code
}

/** A flag (`busy_network`) in words: "Busy network". */
export function flagName(code: string): string {
  return tOf('flag', code) ?? capital(code.replaceAll('_', ' '))
}

/** The flags of a signature, stored as one line of codes, in words. */
export function flagNames(signals: string): string {
  return signals.split(' ').filter(Boolean).map(flagName).join(', ')
}

/** The name of a language in the reader's language. */
export function languageName(code: string): string {
  return nameIn(code, readerLanguage())
}
