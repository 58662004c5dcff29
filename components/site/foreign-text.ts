import { direction } from '@/messages/translator'

/** Attributes for text that may be in another language than the page: none if it is the same. */
export function foreignText(locale: string, pageLocale: string): { lang?: string; dir?: 'ltr' | 'rtl' } {
  return locale === pageLocale ? {} : { lang: locale, dir: direction(locale) }
}
