import { files, type Locale } from '@/messages/translator'
import { lackingLetters } from './lacking-letters'

/**
 * Finds the languages whose letters a browser lacks, by the messages of deliveries.
 * @param program a Chromium
 * @param folder its profile
 * @throws Error if the program gives no result
 */
export async function languagesLacking(program: string, folder: string, of: readonly Locale[]): Promise<Locale[]> {
  const texts = Object.fromEntries(
    Object.entries(files).map(([locale, { delivery }]) => [locale, JSON.stringify(delivery)]),
  )
  const lacking = await lackingLetters(program, folder, texts)
  return of.filter((locale) => lacking.has(locale))
}
