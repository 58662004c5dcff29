import { files } from '@/messages/translator'
import { languageName } from './display-names'
import { t } from './words'

/** Names of languages in the site's order: "English, Korean"; "all 11 languages" if none is missing. */
export function languagesInWords(locales: string[]): string {
  const all = Object.keys(files)
  const there = all.filter((locale) => locales.includes(locale))
  if (there.length === all.length) return t('common.allLanguages', { number: all.length })
  return there.map((locale) => languageName(locale)).join(', ') || '–'
}
