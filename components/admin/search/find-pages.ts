import { textMatches } from '@/lib/search/text-matches'
import type { Staff } from '@/lib/staff/staff'
import type { AdminLanguage } from '@/messages/admin/translator'
import { type Page, pagesFor } from './pages'
import { petitionVerbs } from './petition-verbs'

/** Those with all words of the text, in the reader's language or in English, and what can be done about petitions likewise. */
export async function findPages(by: Staff, typed: string, language: AdminLanguage): Promise<Page[]> {
  const all = [...pagesFor(by, language), ...(await petitionVerbs(by, language))]
  return all.filter(({ name, english }) => textMatches([name, english], typed))
}
