import { createTranslator, type NamespaceKeys, type NestedKeyOf } from 'use-intl/core'
import ar from './ar.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import es from './es.json' with { type: 'json' }
import fr from './fr.json' with { type: 'json' }
import ja from './ja.json' with { type: 'json' }
import ko from './ko.json' with { type: 'json' }
import { pseudo } from './pseudo'
import ru from './ru.json' with { type: 'json' }
import zh from './zh.json' with { type: 'json' }

type Messages = typeof en

/** Languages with a file, in the order of the language switch. A further file is listed here and is served. */
export const files = { en, ko, ja, fr, es, ru, zh, ar } satisfies Record<string, Messages>

export type Locale = keyof typeof files | 'ar-XB'
/** A part of the words, as `form` or `form.errors`. */
export type Namespace = NamespaceKeys<Messages, NestedKeyOf<Messages>>

export const sourceLocale = 'en'

// Read directly: words are needed where the whole environment is not (the build, the language switch).
const withTestLocale = /^(true|1|yes|on)$/i.test(process.env.TEST_LOCALE ?? '')

/** The languages served, also the first segment of every public address. */
export const locales: readonly Locale[] = [
  ...(Object.keys(files) as Locale[]),
  ...(withTestLocale ? (['ar-XB'] as const) : []),
]

/**
 * The translator of one language and one part of the words. Dates and hours are given in UTC.
 * @throws Error in development and tests when a placeholder is not filled; in production it is logged and the key shown
 */
export function translator<N extends Namespace>(locale: Locale, namespace: N): Translator<N> {
  const key = `${locale} ${namespace}`
  const made = (translators.get(key) as Translator<N> | undefined) ?? makeTranslator(locale, namespace)
  translators.set(key, made)
  return made
}

export type Translator<N extends Namespace> = ReturnType<typeof makeTranslator<N>>

const translators = new Map<string, unknown>()

function makeTranslator<N extends Namespace>(locale: Locale, namespace: N) {
  return createTranslator<Messages, N>({ locale, namespace, messages: messagesOf(locale), timeZone: 'UTC', onError })
}

function onError(error: Error): void {
  if (process.env.NODE_ENV !== 'production') throw error
  console.error(`words: ${error.message}`)
}

let made: Messages | undefined

function messagesOf(locale: Locale): Messages {
  if (locale !== 'ar-XB') return files[locale]
  made ??= pseudo(en)
  return made
}

/** True for the code of a language that is served. */
export function isLocale(text: string): text is Locale {
  return (locales as readonly string[]).includes(text)
}

/** The writing direction of any language code, served or not. */
export function direction(locale: string): 'ltr' | 'rtl' {
  return /^(ar|fa|he|ur)\b/.test(locale) ? 'rtl' : 'ltr'
}
