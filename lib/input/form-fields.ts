import { z } from 'zod'
import { readDay } from '@/lib/input/day'
import { showsLetters, trimInvisible, trimLines, turnsDirection } from '@/lib/text/clean-text'
import { readEmail } from './canonical-email'
import { countryCodes } from './country-codes'

// Control characters, private-use code points, lone surrogates and U+FFFD (what broken UTF-8 decodes to).
const BAD_IN_LINE = /[\p{Cc}\p{Co}\p{Cs}\ufffd\u2028\u2029]/u
const BAD_IN_TEXT = /[\p{Co}\p{Cs}\ufffd]|(?!\n)\p{Cc}/u

/**
 * One line, in composed characters, without invisible marks around it. Issues: `missing`, `too_long` (in code points),
 * `bad_characters`, `direction_marks`.
 */
export const lineField = (longest: number) =>
  z
    .string()
    .default('')
    .transform((text) => trimInvisible(text.normalize('NFC')))
    .superRefine((text, ctx) => {
      if (BAD_IN_LINE.test(text)) ctx.addIssue('bad_characters')
      else if (turnsDirection(text)) ctx.addIssue('direction_marks')
      else if (!showsLetters(text)) ctx.addIssue('missing')
      else if (length(text) > longest) ctx.addIssue('too_long')
    })

/** Several lines, or null. Issues: `too_long`, `bad_characters`, `direction_marks`. */
export const optionalTextField = (longest: number) =>
  z
    .string()
    .default('')
    .transform((text) => trimLines(text.normalize('NFC')))
    .superRefine((text, ctx) => {
      if (BAD_IN_TEXT.test(text)) ctx.addIssue('bad_characters')
      else if (turnsDirection(text)) ctx.addIssue('direction_marks')
      else if (length(text) > longest) ctx.addIssue('too_long')
    })
    .transform((text) => text || null)

/** Several lines. Issues: `missing`, `too_long`, `bad_characters`, `direction_marks`. */
export const textField = (longest: number) =>
  optionalTextField(longest).transform((text, ctx) => {
    if (text !== null && showsLetters(text)) return text
    ctx.addIssue('missing')
    return z.NEVER
  })

/** Issues: `missing`, `too_long`, `hidden`, `domain`, `invalid`. */
export const emailField = z
  .string()
  .default('')
  .transform((text, ctx) => {
    const read = readEmail(text)
    if (read.ok) return read.address
    ctx.addIssue(read.reason)
    return z.NEVER
  })

/** A country or territory, or nothing. Issue: `unknown`. */
export const optionalCountryField = z
  .string()
  .default('')
  .transform((text) => trimInvisible(text).toUpperCase() || null)
  .refine((code) => code === null || countryCodes.includes(code), 'unknown')

/** Issues: `missing`, `unknown`. */
export const countryField = z
  .string()
  .default('')
  .transform((text) => trimInvisible(text).toUpperCase())
  .superRefine((code, ctx) => {
    if (code === '') ctx.addIssue('missing')
    else if (!countryCodes.includes(code)) ctx.addIssue('unknown')
  })

/** A web address, or nothing; `https://` may be left out. Issues: `invalid`, `too_long`. */
export const websiteField = z
  .string()
  .default('')
  .transform((text, ctx) => {
    const typed = trimInvisible(text)
    if (typed === '') return null
    if (length(typed) > 300) ctx.addIssue('too_long')
    const address = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`
    const url = URL.canParse(address) ? new URL(address) : null
    if (url && /^https?:$/.test(url.protocol) && url.hostname.includes('.') && !url.username) return url.href
    ctx.addIssue('invalid')
    return z.NEVER
  })

/** A day, such as 2026-11-20. Issues: `missing`, `date`. */
export const dayField = z
  .string()
  .default('')
  .transform((text, ctx) => {
    const typed = trimInvisible(text)
    const day = readDay(typed)
    if (day) return day
    ctx.addIssue(typed === '' ? 'missing' : 'date')
    return z.NEVER
  })

/** A checkbox that must be ticked. Issue: `missing`. */
export const tickedField = z.string().default('').refine(isTicked, 'missing')

/** Error codes by field. */
export function fieldIssues(error: z.ZodError): Record<string, string[]> {
  const errors: Record<string, string[]> = {}
  for (const { path, message } of error.issues) {
    const field = String(path[0] ?? 'form')
    errors[field] = [...(errors[field] ?? []), message]
  }
  return errors
}

/** Whether a value is one that a browser or a program sends for a ticked checkbox. */
export function isTicked(text: string): boolean {
  return ['on', 'true', '1', 'yes'].includes(text)
}

function length(text: string): number {
  return Array.from(text).length
}
