import { z } from 'zod'
import type { EmailAddress } from '@/lib/input/canonical-email'
import { emailField, fieldIssues, lineField, optionalCountryField, tickedField } from '@/lib/input/form-fields'

/** Longest values, in Unicode code points. */
export const coSignatureLimits = { organisation: 200, name: 200, role: 200, email: 254 }

export interface CoSignatureForm {
  /** As it is to stand under the letter. */
  organisation: string
  country: string | null
  /** The representative's. */
  name: string
  role: string
  email: EmailAddress
}

const schema = z.object({
  organisation: lineField(coSignatureLimits.organisation),
  country: optionalCountryField,
  name: lineField(coSignatureLimits.name),
  role: lineField(coSignatureLimits.role),
  email: emailField,
  authority: tickedField,
})

/**
 * Reads the fields of the form by which an organisation signs a letter.
 * @returns the form, or for each wrong field the codes of what is wrong (words: `letters.errors.<field>.<code>`)
 */
export function readCoSignature(
  fields: Record<string, string>,
): { ok: true; form: CoSignatureForm } | { ok: false; errors: Record<string, string[]> } {
  const result = schema.safeParse(fields)
  if (!result.success) return { ok: false, errors: fieldIssues(result.error) }
  const { authority: _, ...form } = result.data
  return { ok: true, form }
}
