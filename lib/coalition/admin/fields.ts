import { z } from 'zod'
import { trimInvisible } from '@/lib/text/clean-text'
import { type PartialDate, parsePartialDate } from '../partial-date'

/** The last part of an address. Issues: `missing`, `too_long`, `invalid`. */
export const slugField = z
  .string()
  .default('')
  .transform((text) => trimInvisible(text).toLowerCase())
  .superRefine((text, ctx) => {
    if (text === '') ctx.addIssue('missing')
    else if (text.length > 80) ctx.addIssue('too_long')
    else if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)) ctx.addIssue('invalid')
  })

/** `2015`, `2015-02` or `2015-02-17`. Issues: `missing`, `date`. */
export const partialDateField = z
  .string()
  .default('')
  .transform((text, ctx): PartialDate => {
    const date = looseDate(trimInvisible(text))
    if (date) return date
    ctx.addIssue(trimInvisible(text) === '' ? 'missing' : 'date')
    return z.NEVER
  })

/** The same, or nothing. Issue: `date`. */
export const optionalPartialDateField = z
  .string()
  .default('')
  .transform((text, ctx): PartialDate | null => {
    if (trimInvisible(text) === '') return null
    const date = looseDate(trimInvisible(text))
    if (date) return date
    ctx.addIssue('date')
    return z.NEVER
  })

/** Keys that were ticked, separated by spaces. */
export const keysField = z
  .string()
  .default('')
  .transform((text) => [...new Set(text.split(' ').filter(Boolean))].sort())

/** One of some words, or nothing. Issue: `unknown`. */
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

function looseDate(text: string): PartialDate | null {
  try {
    return parsePartialDate(text)
  } catch {
    return null
  }
}
