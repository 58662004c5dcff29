import { sourceLocale } from '@/messages/translator'

/**
 * A text in the requested language, otherwise in English: its `locale` then differs. Of several versions the newest.
 */
export function textIn<T extends { locale: string; version?: number }>(texts: T[], locale: string): T | undefined {
  return newest(texts, locale) ?? newest(texts, sourceLocale)
}

function newest<T extends { locale: string; version?: number }>(texts: T[], locale: string): T | undefined {
  return texts.filter((text) => text.locale === locale).sort((a, b) => (b.version ?? 0) - (a.version ?? 0))[0]
}
