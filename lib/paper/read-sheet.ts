import { z } from 'zod'
import { dayField, fieldIssues, lineField } from '@/lib/input/form-fields'
import { isId } from '@/lib/input/id'
import { isSlug } from '@/lib/input/slug'
import { trimInvisible } from '@/lib/text/clean-text'
import { readSerial } from './serial'

/** Maximum signatures of one sheet; a stack is entered sheet by sheet, or as one scan of many pages. */
const MAX_SIGNATURES = 5_000

/** The number of valid signatures; null if empty. Issues: `number`, `too_many`. */
const numberField = z
  .string()
  .default('')
  .transform((text, ctx) => {
    const typed = trimInvisible(text)
    if (typed === '') return null
    if (/^\d{1,9}$/.test(typed) && Number(typed) > 0 && Number(typed) <= MAX_SIGNATURES) return Number(typed)
    ctx.addIssue(Number(typed) > MAX_SIGNATURES ? 'too_many' : 'number')
    return z.NEVER
  })

/** Issue: `invalid`. */
const serialField = z
  .string()
  .default('')
  .transform((typed, ctx) => {
    const serial = readSerial(typed)
    if (serial !== null || trimInvisible(typed) === '') return serial
    ctx.addIssue('invalid')
    return z.NEVER
  })

const schema = z.object({
  petition: z.string().default('').refine(isId, 'missing'),
  place: lineField(200),
  collector: lineField(200),
  signedOn: dayField,
  /** Null: counted later, beside the scan. */
  signatures: numberField,
  /** Null: the sheet was not printed from the site. */
  serial: serialField,
  /** A member's code, or null. */
  via: z
    .string()
    .default('')
    .transform((slug) => (isSlug(slug) ? slug : null)),
})

export type SheetForm = z.output<typeof schema>

/** Parses the form that enters a sheet. @returns the form, or the codes of its errors by field */
export function readSheet(
  fields: Record<string, string>,
  today: Date,
): { ok: true; form: SheetForm } | { ok: false; errors: Record<string, string[]> } {
  const result = schema.safeParse(fields)
  if (!result.success) return { ok: false, errors: fieldIssues(result.error) }
  if (result.data.signedOn > today) return { ok: false, errors: { signedOn: ['future'] } }
  return { ok: true, form: result.data }
}

/** Parses the number that a person counted. @returns null if invalid */
export function readNumber(text: string): number | null {
  const result = numberField.safeParse(text)
  return result.success ? result.data : null
}
