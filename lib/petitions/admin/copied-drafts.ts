import { sourceLocale } from '@/messages/translator'
import { noWords, type PetitionWords, sameWords } from '../texts/petition-words'
import type { LanguageState } from './find-for-admin'

/** A text that a new petition begins with. */
export interface FirstDraft {
  locale: string
  revision: number
  sourceRevision: number
  words: PetitionWords
}

/**
 * The texts of a petition, as drafts of another: what was saved last in each language, without its outcome. They follow
 * the English as far as they followed it there; where that is changed at once, they are out of date, and what changed
 * is marked.
 * @param languages of the petition that is copied; none where it is no copy
 * @param english as it was typed
 */
export function firstDrafts(languages: LanguageState[], english: PetitionWords): FirstDraft[] {
  const copied = languages.flatMap(({ locale, words, outdated }): FirstDraft[] => {
    const begun = { ...words, story: '' }
    if (sameWords(begun, noWords)) return []
    return [{ locale, revision: 1, sourceRevision: outdated || locale === sourceLocale ? 0 : 1, words: begun }]
  })
  const source = copied.find(({ locale }) => locale === sourceLocale)
  const typed = { locale: sourceLocale, sourceRevision: 0, words: english }
  if (!source) {
    const translations = copied.map((draft) => ({ ...draft, sourceRevision: 0 }))
    return sameWords(english, noWords) ? translations : [{ ...typed, revision: 1 }, ...translations]
  }
  return sameWords(english, source.words) ? copied : [...copied, { ...typed, revision: 2 }]
}
