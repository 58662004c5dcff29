import { z } from 'zod'
import { askSchema } from '@/lib/coalition/ask-to-co-sign/read-ask'
import { organizationSchema } from '@/lib/coalition/read-application'
import { coSignatureSchema } from '@/lib/coalition/read-co-signature'
import { emailField, fieldIssues } from '@/lib/input/form-fields'
import { signatureSchema } from '@/lib/signatures/signature-form'
import { locales } from '@/messages/translator'
import { boxes } from '../read-fields'
import { fieldWords } from './field-words'

const locale = z.enum(locales).default('en')
const token = z.string()
const session = z.string()
/** The fields by which a form gets past a limit (`RateLimited`). */
const pastLimit = { proof: z.string().default(''), later: z.string().default('') }
const text = z.string().default('')

const forms = {
  SignatureForm: signatureSchema.extend({ locale, ...pastLimit }),
  EmailForm: z.object({ email: emailField, locale, ...pastLimit }),
  TokenForm: z.object({ token, locale }),
  ConfirmationForm: signatureSchema
    .omit({ email: true, via: true, consent: true, text: true })
    .partial()
    .extend({ token, correct: text, locale }),
  AppealForm: z.object({ token, appeal: z.string(), locale }),
  SessionForm: z.object({ session, locale }),
  ExportForm: z.object({ session, format: z.enum(['json', 'text']).default('json'), locale }),
  OneSignatureForm: z.object({ session, petition: z.string(), locale }),
  ChangeForm: z
    .object({ session, petition: z.string(), locale })
    .catchall(
      z
        .string()
        .describe(
          '`name.{petition}`, `display.{petition}`, `neutral.{petition}`, `updates.{petition}`, `forgetComment.{petition}`',
        ),
    ),
  ApplicationForm: organizationSchema.extend({
    kind: z.enum(['organization', 'individual']),
    contact: z.string().default(''),
    locale,
    ...pastLimit,
  }),
  CoSignAskForm: askSchema.extend({ letter: z.string(), locale, ...pastLimit }),
  CoSignatureForm: coSignatureSchema.extend({ token, locale }),
}

export type BodyName = keyof typeof forms

interface JsonSchema {
  [key: string]: unknown
  properties?: Record<string, Record<string, unknown>>
}

/**
 * The fields of the posted forms, as JSON schemas made from the zod schemas that read them: a field is required if its
 * absence is an error.
 */
export function bodySchemas(): Record<BodyName, JsonSchema> {
  return Object.fromEntries(Object.entries(forms).map(([name, form]) => [name, describeForm(form)])) as Record<
    BodyName,
    JsonSchema
  >
}

function describeForm(form: z.ZodObject): JsonSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(form, { io: 'input', unrepresentable: 'any' })
  const read = form.safeParse({})
  const required = read.success ? [] : Object.keys(fieldIssues(read.error))
  const properties = Object.entries(schema.properties ?? {}).map(([name, field]) => {
    const { default: value, ...rest } = field as Record<string, unknown>
    const type = boxes.includes(name) ? { type: ['string', 'boolean'] } : {}
    const known = value === undefined || value === '' ? {} : { default: value }
    return [name, { description: fieldWords[name], ...rest, ...type, ...known }]
  })
  return { ...(schema as JsonSchema), properties: Object.fromEntries(properties), required }
}
