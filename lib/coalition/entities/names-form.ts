import { files, sourceLocale } from '@/messages/translator'
import { ownLanguage } from '../own-language'
import { versionOf } from './apply-change'
import type { MemberRow } from './member'

type Fields = Record<string, string>

/** A member's name in one language, as the form of all of them has it. */
export interface NameIn {
  locale: string
  /** In a language that the site has not there is a name alone. */
  parts: readonly NamePart[]
  values: Record<NamePart, string>
  /** Of the values: what is typed replaces those alone that were seen (`seenField`). */
  version: string
}

const both = ['name', 'affiliation'] as const
export type NamePart = (typeof both)[number]

export const nameField = (part: NamePart, locale: string) => `${part}-${locale}`
export const seenField = (locale: string) => `seen-${locale}`

/** Its names in the languages of the site but English, which is the member's own row, and in that of its country. */
export function namesOf({ texts, country }: Pick<MemberRow, 'texts' | 'country'>): NameIn[] {
  const own = ownLanguage(country)
  return [...Object.keys(files).filter((locale) => locale !== sourceLocale), ...(own ? [own] : [])].map((locale) => {
    const { name, affiliation } = texts.find((text) => text.locale === locale) ?? {}
    const values = { name: name ?? '', affiliation: affiliation ?? '' }
    return { locale, parts: locale === own ? (['name'] as const) : both, values, version: versionOf(values) }
  })
}

/** The text typed for a language; null where the form did not have it, or it is unchanged from the text shown. */
export function typedIn(fields: Fields, { locale, parts, values }: NameIn): Record<NamePart, string> | null {
  const typed = { ...values }
  for (const part of parts) typed[part] = fields[nameField(part, locale)] ?? ''
  const seen = fields[seenField(locale)]
  return seen === undefined || seen === versionOf(typed) ? null : typed
}

/**
 * Typed, unsaved fields, for a form whose other languages hold their current values: a colleague may have written
 * them.
 * @returns `conflict`: in one of those that were typed too
 */
export function mergeTyped(fields: Fields, names: NameIn[]): { fields: Fields; conflict: boolean } {
  const untouched = names.filter((name) => typedIn(fields, name) === null)
  const now = untouched.flatMap(({ locale, parts, values }) =>
    parts.map((part) => [nameField(part, locale), values[part]]),
  )
  return {
    fields: { ...fields, ...Object.fromEntries(now) },
    conflict: names.some((name) => !untouched.includes(name) && fields[seenField(name.locale)] !== name.version),
  }
}
