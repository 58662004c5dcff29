import { z } from 'zod'
import { emailField, fieldIssues, lineField, optionalCountryField, tickedField } from '@/lib/input/form-fields'

/** Longest values, in Unicode code points. */
export const coSignatureLimits = { organisation: 200, name: 200, role: 200, email: 254 }

/** In their order on the page. */
export const coSignatureSchema = z.object({
  /** As it is to appear under the letter. */
  organisation: lineField(coSignatureLimits.organisation),
  country: optionalCountryField,
  /** The representative's. */
  name: lineField(coSignatureLimits.name),
  role: lineField(coSignatureLimits.role),
  email: emailField,
  authority: tickedField,
})

export type CoSignatureForm = Omit<z.output<typeof coSignatureSchema>, 'authority'>

export const coSignatureFields = coSignatureSchema.keyof().options

/**
 * Reads the fields of the form by which an organisation signs a letter.
 * @returns the form, or for each wrong field its error codes (words: `letters.errors.<field>.<code>`)
 */
export function readCoSignature(
  fields: Record<string, string>,
): { ok: true; form: CoSignatureForm } | { ok: false; errors: Record<string, string[]> } {
  const result = coSignatureSchema.safeParse(fields)
  if (!result.success) return { ok: false, errors: fieldIssues(result.error) }
  const { authority: _, ...form } = result.data
  return { ok: true, form }
}
