import { createTranslator, type NamespaceKeys, type NestedKeyOf } from 'use-intl/core'
import ar from './ar.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import es from './es.json' with { type: 'json' }
import fr from './fr.json' with { type: 'json' }
import id from './id.json' with { type: 'json' }
import ja from './ja.json' with { type: 'json' }
import ko from './ko.json' with { type: 'json' }
import { pseudo } from './pseudo'
import ptBR from './pt-BR.json' with { type: 'json' }
import ru from './ru.json' with { type: 'json' }
import vi from './vi.json' with { type: 'json' }
import zh from './zh.json' with { type: 'json' }

type Messages = typeof en

/**
 * The languages served, in the order of the language switch, each with its words. A further one is listed here. What it
 * lacks is said in English; `npm run check` lists what that is, and `npm test` fails for a language that is promised.
 */
export const files = { en, ko, ja, fr, es, ru, zh, ar, id, 'pt-BR': ptBR, vi }

export type Locale = keyof typeof files | 'ar-XB'
/** A part of the words, as `form` or `form.errors`. */
export type Namespace = NamespaceKeys<Messages, NestedKeyOf<Messages>>

/** The language that every text has, and that stands in where a translation is missing. */
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

const complete = new Map<Locale, Messages>()

function messagesOf(locale: Locale): Messages {
  const known = complete.get(locale)
  if (known) return known
  const made = locale === 'ar-XB' ? pseudo(en) : withFallback(files[locale], en)
  complete.set(locale, made)
  return made
}

/** The words of a language, and those of the source for every key that it lacks. */
export function withFallback<T>(words: unknown, source: T): T {
  if (typeof source === 'string') return (typeof words === 'string' ? words : source) as T
  const inner = (words ?? {}) as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(source as object).map(([key, of]) => [key, withFallback(inner[key], of)]),
  ) as T
}

/** True for the code of a language that is served. */
export function isLocale(text: string): text is Locale {
  return (locales as readonly string[]).includes(text)
}

/** The language of a code; English for one that is not served, and where none was given. */
export function servedLocale(code: string | null | undefined): Locale {
  return code && isLocale(code) ? code : sourceLocale
}

/**
 * Read over by a native speaker, or written by one. The pages of every other language say that a machine made its
 * words.
 */
const reviewed: readonly Locale[] = ['en']

/** Whether the words of a language were made by a machine and still want a native speaker's review. */
export function isMachineMade(locale: Locale): boolean {
  return !reviewed.includes(locale)
}

/** The writing direction of any language code, served or not. */
export function direction(locale: string): 'ltr' | 'rtl' {
  return /^(ar|fa|he|ur)\b/.test(locale) ? 'rtl' : 'ltr'
}
