import { z } from 'zod'
import type { EmailAddress } from '@/lib/input/canonical-email'
import {
  countryField,
  emailField,
  fieldIssues,
  lineField,
  textField,
  tickedField,
  websiteField,
} from '@/lib/input/form-fields'

/** Longest values, in Unicode code points. */
export const applicationLimits = { name: 200, contact: 200, email: 254, website: 300, comment: 1000 }

export interface ApplicationForm {
  kind: 'organization' | 'individual'
  /** Of the organisation, or of the person. */
  name: string
  /** The contact person of an organisation; null for an individual. */
  contact: string | null
  email: EmailAddress
  country: string
  website: string | null
  /** Why they want to join. */
  comment: string
}

const common = {
  name: lineField(applicationLimits.name),
  email: emailField,
  country: countryField,
  website: websiteField,
  comment: textField(applicationLimits.comment),
  consent: tickedField,
}
export const organizationSchema = z.object({
  ...common,
  kind: z.literal('organization'),
  contact: lineField(applicationLimits.contact),
})
const individual = z.object({
  ...common,
  kind: z.literal('individual'),
  contact: z
    .string()
    .default('')
    .transform((): null => null),
})

/** In their order on the page. */
export const applicationFields = [
  'kind',
  'name',
  'contact',
  'email',
  'country',
  'website',
  'comment',
  'consent',
] as const

/**
 * Reads the fields of the form to join.
 * @returns the form, or for each wrong field its error codes (words: `join.errors.<field>.<code>`)
 */
export function readApplication(
  fields: Record<string, string>,
): { ok: true; form: ApplicationForm } | { ok: false; errors: Record<string, string[]> } {
  const known = fields.kind === 'organization' || fields.kind === 'individual'
  const result = (fields.kind === 'individual' ? individual : organizationSchema).safeParse({
    ...fields,
    kind: known ? fields.kind : 'organization',
  })
  const errors = { ...(known ? {} : { kind: ['missing'] }), ...(result.success ? {} : fieldIssues(result.error)) }
  if (!result.success || !known) return { ok: false, errors }
  const { consent: _, ...form } = result.data
  return { ok: true, form }
}
