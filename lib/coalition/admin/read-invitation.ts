import { z } from 'zod'
import { lineField, optionalCountryField } from '@/lib/input/form-fields'
import { trimInvisible } from '@/lib/text/clean-text'
import type { Invited } from '../invite'
import { readForm } from './read-form'

const schema = z.object({
  organisation: lineField(200),
  country: optionalCountryField,
  member: z
    .string()
    .default('')
    .transform((slug) => trimInvisible(slug) || null),
})

/** Reads the form that invites an organisation to sign a letter. */
export function readInvitation(
  fields: Record<string, string>,
): { ok: true; form: Invited } | { ok: false; errors: Record<string, string[]> } {
  const read = readForm(schema, fields)
  if (!read.ok) return read
  const { organisation, country, member } = read.form
  return { ok: true, form: { organisation, country, memberSlug: member } }
}
