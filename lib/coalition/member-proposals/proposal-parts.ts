import { z } from 'zod'
import { lineField, optionalTextField, websiteField } from '@/lib/input/form-fields'
import { trimInvisible } from '@/lib/text/clean-text'
import { isLocale } from '@/messages/translator'
import type { FormValues } from '../entities/apply-change'
import { readForm } from '../entities/fields'
import { MAX_DESCRIPTION } from './max-description'

/** A part of what the site says about a member: its website, its logo, its words in one language. */
export type ProposalPart = 'site' | 'logo' | `words.${string}`

/** @returns null for another text */
export function readPart(text: string): ProposalPart | null {
  if (text === 'site' || text === 'logo') return text
  const locale = localeOfPart(text)
  return locale ? `words.${locale}` : null
}

/** The language of words; null for another part. One that the site has not has a name alone (`ownLanguage`). */
export function localeOfPart(part: string): string | null {
  const [kind, locale = '', ...more] = part.split('.')
  if (kind !== 'words' || more.length > 0 || locale === 'ar-XB') return null
  return isLocale(locale) || /^[a-z]{2,3}$/.test(locale) ? locale : null
}

/** One line, or null. Issues: those of `lineField` but `missing`. */
const optionalLine = (longest: number) =>
  z
    .string()
    .default('')
    .transform((text, ctx): string | null => {
      if (trimInvisible(text) === '') return null
      const read = lineField(longest).safeParse(text)
      if (read.success) return read.data
      for (const { message } of read.error.issues) ctx.addIssue(message)
      return z.NEVER
    })

const site = z.object({ website: websiteField })
const words = (name: z.ZodType<string | null>) =>
  z.object({ name, affiliation: optionalLine(200), description: optionalTextField(MAX_DESCRIPTION) })

/**
 * Reads what a member typed into a part.
 * @returns its fields, empty ones as empty text; or error codes by field
 */
export function readProposal(part: ProposalPart, fields: Record<string, string>) {
  // The name in English is that of the list: it is never empty.
  const name = part === 'words.en' ? lineField(200) : optionalLine(200)
  const schema: z.ZodType<Record<string, string | null>> =
    part === 'site' ? site : hasNameAlone(part) ? z.object({ name }) : words(name)
  const read = readForm(schema, fields)
  if (!read.ok) return read
  return { ok: true as const, values: toValues(read.form) }
}

/** Words in a language that the site has not. */
export function hasNameAlone(part: ProposalPart): boolean {
  const locale = localeOfPart(part)
  return locale !== null && !isLocale(locale)
}

/** Nullable columns as form fields. */
export function toValues(columns: Record<string, string | null>): FormValues {
  return Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, value ?? '']))
}

/** Form fields as nullable columns. */
export function toColumns(values: FormValues): Record<string, string | null> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value || null]))
}
