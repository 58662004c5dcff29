import { readerLanguage } from '@/lib/web/admin/reader-language'

/** `one, two and three`, in the reader's language. */
export function inWords(parts: string[]): string {
  const language = readerLanguage()
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : language).format(parts)
}
