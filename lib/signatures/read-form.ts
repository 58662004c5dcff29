import { z } from 'zod'
import { canonicalEmail, type EmailAddress } from '@/lib/integrity/canonical-email'
import { countryCodes } from '@/lib/integrity/countries'

/** Longest values, in Unicode code points. */
export const limits = { name: 200, email: 254, comment: 1000, via: 40 }

type Field = 'name' | 'email' | 'country' | 'display' | 'comment' | 'consent'
export type FieldErrors = Partial<Record<Field, string[]>>

export interface SignatureForm {
  name: string
  email: EmailAddress
  country: string
  display: 'full' | 'initials' | 'hidden'
  comment: string | null
  updates: boolean
  /** A member's code, or null. */
  via: string | null
  /** SHA-256 of the petition text that the form stood beside, or null. */
  text: Buffer<ArrayBuffer> | null
}

// Control characters, unassigned and private-use code points, lone surrogates, U+FFFD (what broken UTF-8 decodes
// to) and the bidirectional overrides, with which a name could rewrite the line it stands in.
const BAD_IN_LINE = /[\p{Cc}\p{Co}\p{Cs}\ufffd\u202a-\u202e\u2066-\u2069\u2028\u2029]/u
const BAD_IN_TEXT = /[\p{Co}\p{Cs}\ufffd\u202a-\u202e\u2066-\u2069]|(?!\n)\p{Cc}/u

/** In code points. */
const length = (text: string) => Array.from(text).length

const line = (field: 'name') =>
  z
    .string()
    .default('')
    .transform((text) => text.normalize('NFC').trim())
    .superRefine((text, ctx) => {
      if (BAD_IN_LINE.test(text)) ctx.addIssue('bad_characters')
      else if (!/[\p{L}\p{N}]/u.test(text)) ctx.addIssue('missing')
      else if (length(text) > limits[field]) ctx.addIssue('too_long')
    })

const email = z
  .string()
  .default('')
  .transform((text, ctx) => {
    const address = canonicalEmail(text)
    if (address) return address
    ctx.addIssue(text.trim() === '' ? 'missing' : length(text.trim()) > limits.email ? 'too_long' : 'invalid')
    return z.NEVER
  })

const country = z
  .string()
  .default('')
  .transform((text) => text.trim().toUpperCase())
  .superRefine((code, ctx) => {
    if (code === '') ctx.addIssue('missing')
    else if (!countryCodes.includes(code)) ctx.addIssue('unknown')
  })

const comment = z
  .string()
  .default('')
  .transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())
  .superRefine((text, ctx) => {
    if (BAD_IN_TEXT.test(text)) ctx.addIssue('bad_characters')
    else if (length(text) > limits.comment) ctx.addIssue('too_long')
  })
  .transform((text) => text || null)

const ticked = (text: string) => ['on', 'true', '1', 'yes'].includes(text)

const schema = z.object({
  name: line('name'),
  email,
  country,
  display: z.enum(['full', 'initials', 'hidden'], { error: 'unknown' }).default('initials'),
  comment,
  updates: z.string().default('').transform(ticked),
  consent: z.string().default('').refine(ticked, 'missing'),
  via: z
    .string()
    .default('')
    .transform((text) => (new RegExp(`^[a-z0-9-]{1,${limits.via}}$`).test(text) ? text : null)),
  text: z
    .string()
    .default('')
    .transform((hex) => (/^[0-9a-f]{64}$/.test(hex) ? Buffer.from(hex, 'hex') : null)),
})

/**
 * Reads the fields of a signature form as they came over the wire.
 * @returns the form, or for each wrong field the codes of what is wrong (words: `form.errors.<field>.<code>`)
 */
export function readForm(
  fields: Record<string, string>,
): { ok: true; form: SignatureForm } | { ok: false; errors: FieldErrors } {
  const result = schema.safeParse(fields)
  if (result.success) {
    const { consent: _, ...form } = result.data
    return { ok: true, form }
  }
  const errors: FieldErrors = {}
  for (const issue of result.error.issues) {
    const field = issue.path[0] as Field
    errors[field] ??= []
    errors[field].push(issue.message)
  }
  return { ok: false, errors }
}
