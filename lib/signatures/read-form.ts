import { z } from 'zod'
import type { EmailAddress } from '@/lib/input/canonical-email'
import {
  countryField,
  emailField,
  fieldIssues,
  isTicked,
  lineField,
  optionalTextField,
  tickedField,
} from '@/lib/input/form-fields'

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

const schema = z.object({
  name: lineField(limits.name),
  email: emailField,
  country: countryField,
  display: z.enum(['full', 'initials', 'hidden'], { error: 'unknown' }).default('initials'),
  comment: optionalTextField(limits.comment),
  updates: z.string().default('').transform(isTicked),
  consent: tickedField,
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
  return { ok: false, errors: fieldIssues(result.error) }
}
