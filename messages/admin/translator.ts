import type { ReactElement, ReactNode } from 'react'
import { createTranslator } from 'use-intl/core'
import { withFallback } from '../translator'
import en from './en.json' with { type: 'json' }
import ja from './ja.json' with { type: 'json' }
import ko from './ko.json' with { type: 'json' }

type Words = typeof en

/** The languages of the admin area. Its words are apart from the public ones: fewer people, who need fewer languages. */
const files = { en, ko, ja }

export type AdminLanguage = keyof typeof files

/** In the order of the choice. */
export const adminLanguages = Object.keys(files) as AdminLanguage[]

/** The key of a message: its area, a full stop, its name. */
export type AdminKey = { [Area in keyof Words]: `${Area}.${keyof Words[Area] & string}` }[keyof Words]

/** What fills the placeholders of a message. */
export type AdminValues = Record<string, string | number | null | undefined>

/** The same where the message may hold elements: a tag is made by the function of its name. */
export type AdminRichValues = Record<string, AdminValues[string] | ReactElement | ((inner: ReactNode) => ReactNode)>

/** Says messages in one language. */
export interface AdminTranslator {
  (key: AdminKey, values?: AdminValues): string
  rich(key: AdminKey, values?: AdminRichValues): ReactNode
}

/**
 * The translator of one language. What the language lacks is said in English.
 * @throws Error in development and tests when a placeholder is not filled; in production it is logged and the key shown
 */
export function adminTranslator(language: AdminLanguage): AdminTranslator {
  const made = translators.get(language) ?? make(language)
  translators.set(language, made)
  return made
}

const translators = new Map<AdminLanguage, AdminTranslator>()

// The types of the library follow every key to its placeholders, which is more than two thousand of them allow.
function make(locale: AdminLanguage): AdminTranslator {
  const messages: Record<string, Record<string, string>> = withFallback(files[locale], en)
  return createTranslator({ locale, messages, timeZone: 'UTC', onError }) as unknown as AdminTranslator
}

function onError(error: Error): void {
  if (process.env.NODE_ENV !== 'production') throw error
  console.error(`words: ${error.message}`)
}

const keys = new Set(Object.entries(en).flatMap(([area, words]) => Object.keys(words).map((name) => `${area}.${name}`)))

/** True for the key of a message, as where a code of the database makes it. */
export function isAdminKey(text: string): text is AdminKey {
  return keys.has(text)
}

/** The language in which somebody reads the admin area: the one they chose, else English. */
export function adminLanguageOf(person: { language: string | null } | null): AdminLanguage {
  return isAdminLanguage(person?.language) ? person.language : 'en'
}

/** True for a language that the admin area has. */
export function isAdminLanguage(text: string | null | undefined): text is AdminLanguage {
  return typeof text === 'string' && Object.hasOwn(files, text)
}
