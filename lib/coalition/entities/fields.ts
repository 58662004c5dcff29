import { z } from 'zod'
import { isoDay } from '@/lib/input/day'
import { dayField, fieldIssues, lineField } from '@/lib/input/form-fields'
import { isId } from '@/lib/input/id'
import { trimInvisible } from '@/lib/text/clean-text'
import type { Source } from '@/prisma/generated/client'
import type { DatePrecision } from '@/prisma/generated/enums'
import { isoDate, type PartialDate, parsePartialDate } from '../partial-date'
import type { FieldErrors, FormValues } from './apply-change'
import type { Text } from './entity'

/** Reads a form. @returns the form, or error codes by field */
export function readForm<Form>(
  schema: z.ZodType<Form>,
  fields: Record<string, string>,
): { ok: true; form: Form } | { ok: false; errors: FieldErrors } {
  const result = schema.safeParse(fields)
  return result.success ? { ok: true, form: result.data } : { ok: false, errors: fieldIssues(result.error) }
}

/** The last segment of a URL. Issues: `missing`, `too_long`, `invalid`. */
export const slugField = z
  .string()
  .default('')
  .transform((text) => trimInvisible(text).toLowerCase())
  .superRefine((text, ctx) => {
    if (text === '') ctx.addIssue('missing')
    else if (text.length > 80) ctx.addIssue('too_long')
    else if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)) ctx.addIssue('invalid')
  })

/** `2015`, `2015-02` or `2015-02-17`, or nothing. Issue: `date`. */
export const optionalPartialDateField = z
  .string()
  .default('')
  .transform((text, ctx): PartialDate | null => {
    const typed = trimInvisible(text)
    if (typed === '') return null
    try {
      return parsePartialDate(typed)
    } catch {
      ctx.addIssue('date')
      return z.NEVER
    }
  })

/** The same, required. Issues: `missing`, `date`. */
export const partialDateField = optionalPartialDateField.transform((date, ctx): PartialDate => {
  if (date) return date
  ctx.addIssue('missing')
  return z.NEVER
})

/** A day, or nothing. Issue: `date`. */
export const optionalDayField = z.union([z.literal('').transform((): null => null), dayField]).default(null)

/** One line, or nothing; validated elsewhere. */
export const optionalKeyField = z
  .string()
  .default('')
  .transform((text) => trimInvisible(text) || null)

/** One line, or null. Issues: those of `lineField` but `missing`. */
export const optionalLineField = (longest: number) =>
  z.union([z.literal('').transform((): null => null), lineField(longest)]).default(null)

/** A language by its BCP 47 code: `en`, `pt-BR`. */
export const languageFormat = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/

/** Text of a given form, or null. Issue: `invalid`. */
export const optionalFormat = (format: RegExp) =>
  optionalKeyField.refine((text) => text === null || (text.length <= 200 && format.test(text)), 'invalid')

/** Keys of ticked checkboxes, separated by spaces. */
export const keysField = z
  .string()
  .default('')
  .transform((text) => [...new Set(text.split(' ').filter(Boolean))].sort())

/** One of some values, or nothing. Issue: `unknown`. */
export const optionalChoice = <const T extends string>(choices: readonly T[]) =>
  z
    .string()
    .default('')
    .transform((text, ctx): T | null => {
      if (text === '') return null
      const known = choices.find((choice) => choice === text)
      if (known) return known
      ctx.addIssue('unknown')
      return z.NEVER
    })

/** A date as a form field; empty if there is none. */
export function partialDateValue(on: Date | null, precision: DatePrecision | null): string {
  return on && precision ? isoDate({ on, precision }) : ''
}

/** A day as a form field; empty if there is none. */
export function dayValue(day: Date | null): string {
  return day ? isoDay(day) : ''
}

/** Sources as a `keysField`. */
export function sourceKeys(sources: Source[]): string {
  return sources
    .map(({ key }) => key)
    .sort()
    .join(' ')
}

/** Keys of sources, replacing those of a row. */
export function setSources(keys: string[]) {
  return { set: keys.map((key) => ({ key })) }
}

/** A text as form fields. */
export function textValues(text: Text | null): FormValues {
  return Object.fromEntries(Object.entries(text ?? {}).map(([name, value]) => [name, value ?? '']))
}

/** Documents as `keysField` has them. */
export function documentIds(documents: { id: string }[]): string {
  return documents
    .map(({ id }) => id)
    .sort()
    .join(' ')
}

/** Ids of documents, as they replace those of a row. */
export function setDocuments(ids: string[]) {
  return { set: ids.filter(isId).map((id) => ({ id })) }
}
