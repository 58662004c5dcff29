import { textMatches } from '@/lib/search/text-matches'
import type { Staff } from '@/lib/staff/staff'
import type { AdminLanguage } from '@/messages/admin/translator'
import { type Page, pagesFor } from './pages'
import { petitionVerbs } from './petition-verbs'

/**
 * Finds pages that match all words of a text, in the reader's language or in English, and matching acts on petitions.
 */
export async function findPages(by: Staff, typed: string, language: AdminLanguage): Promise<Page[]> {
  const all = [...pagesFor(by, language), ...(await petitionVerbs(by, language))]
  return all.filter(({ name, english }) => textMatches([name, english], typed))
}
