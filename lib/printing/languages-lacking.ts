import { files, type Locale } from '@/messages/translator'
import { lackingLetters } from './lacking-letters'

/**
 * The languages whose letters a browser lacks, as far as the words of deliveries have them.
 * @param program a Chromium
 * @param folder its profile
 * @throws Error if the program does not say
 */
export async function languagesLacking(program: string, folder: string, of: readonly Locale[]): Promise<Locale[]> {
  const texts = Object.fromEntries(
    Object.entries(files).map(([locale, { delivery }]) => [locale, JSON.stringify(delivery)]),
  )
  const lacking = await lackingLetters(program, folder, texts)
  return of.filter((locale) => lacking.has(locale))
}
