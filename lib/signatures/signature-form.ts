import { z } from 'zod'
import {
  countryField,
  emailField,
  fieldIssues,
  isTicked,
  lineField,
  optionalTextField,
  tickedField,
} from '@/lib/input/form-fields'
import { blindIndex } from '@/lib/vault/blind-index'

/** The longest values, in Unicode code points. */
export const limits = { name: 200, email: 254, comment: 1000, via: 40 }

export const displays = ['full', 'initials', 'hidden'] as const

type Flag = 0 | 1

const ticked = '`on` or `true`'

/**
 * The signing form, its fields in page order, described for the public API (lib/web/openapi). Derived from it: the
 * values sent back after an error, the fields that a signer can edit before confirming, the difference between two
 * forms, the fields on the signer's own pages, and the encrypted part (`personalData`).
 */
export const signatureSchema = z.object({
  name: lineField(limits.name),
  email: emailField,
  country: countryField,
  display: z
    .enum(displays, { error: 'unknown' })
    .default('initials')
    .describe('How the signer appears: never in full unless they chose so.'),
  /** Whether no mail about the signature names the matter. A digit, so that sealed records have equal lengths. */
  neutral: z
    .string()
    .default('')
    .transform((text): Flag => (isTicked(text) ? 1 : 0))
    .describe(`${ticked}: mails about the signature do not say what they are about.`),
  consent: tickedField,
  updates: z
    .string()
    .default('')
    .transform(isTicked)
    .describe(`${ticked}: wants to hear what becomes of the petition.`),
  comment: optionalTextField(limits.comment),
  /** A member's code, or null. */
  via: z
    .string()
    .default('')
    .transform((text) => (new RegExp(`^[a-z0-9-]{1,${limits.via}}$`).test(text) ? text : null))
    .describe('A member’s code. One that no member has is ignored.'),
  /** SHA-256 of the petition text shown with the form, or null. */
  text: z
    .string()
    .default('')
    .transform((hex) => (/^[0-9a-f]{64}$/.test(hex) ? Buffer.from(hex, 'hex') : null))
    .describe('The SHA-256 of the text that was shown (`text.sha256` of the petition).'),
})

/** The personal part of a form, as stored: always encrypted, with the email address that mail goes to. */
export const personalData = z.object({
  name: z.string(),
  email: z.string(),
  comment: z.string().nullable(),
  /** Missing in records that were sealed before the form had this field. */
  neutral: z.literal([0, 1]).default(0),
})

export type SignatureForm = Omit<z.output<typeof signatureSchema>, 'consent'>
/** The values that the person entered. */
export type SignedContent = Omit<SignatureForm, 'text'>
export type PersonalData = z.infer<typeof personalData>
export type FieldErrors = Record<string, string[]>

export type TypedField = (typeof typedFields)[number]

export const signatureFields = signatureSchema.keyof().options
const personalFields = personalData.keyof().options
/** The fields that people type. The others are choices that the form offers. */
export const typedFields = personalData.omit({ neutral: true }).keyof().options
/** The fields that the signer's own pages show. */
export const contentFields = signatureSchema.omit({ consent: true, text: true }).keyof().options
/** The fields that a person can edit before confirming. The address is what is being confirmed. */
export const editableFields = signatureSchema
  .omit({ email: true, via: true, consent: true, text: true })
  .keyof().options

/**
 * Reads the fields of a signing form as sent.
 * @returns the form, or for each wrong field the codes of its errors (words: `form.errors.<field>.<code>`)
 */
export function readForm(
  fields: Record<string, string>,
): { ok: true; form: SignatureForm } | { ok: false; errors: FieldErrors } {
  const result = signatureSchema.safeParse(fields)
  if (!result.success) return { ok: false, errors: fieldIssues(result.error) }
  const { consent: _, ...form } = result.data
  return { ok: true, form }
}

/** The personal part of a form, to be encrypted. The address is the one that mail goes to. */
export function personalDataOf(form: SignedContent): PersonalData {
  const plain = { ...form, email: form.email.deliverable }
  return Object.fromEntries(personalFields.map((field) => [field, plain[field]])) as PersonalData
}

/** Keyed hash of what was signed: identifies the same form posted twice, and reveals nothing. 32 bytes. */
export function contentMac(petitionId: string, content: SignedContent): Buffer<ArrayBuffer> {
  return blindIndex('content', petitionId, JSON.stringify(contentFields.map((field) => content[field])))
}
