import { z } from 'zod'
import { dayField, lineField, optionalTextField, websiteField } from '@/lib/input/form-fields'
import { locales } from '@/messages/translator'
import { AnswerKind } from '@/prisma/generated/enums'

/** Maximum length of a quotation, in characters; the source has the rest. */
export const MAX_QUOTED = 1_000

/**
 * Parses the form in which staff enter an office's answer. Issues: those of its fields, and `missing` of a language.
 */
export const answerForm = z
  .object({
    /** The office, by its position in the delivery. */
    addressee: z
      .string()
      .regex(/^\d$/, 'missing')
      .transform((text) => Number(text)),
    kind: z.enum(AnswerKind, 'missing'),
    day: dayField,
    source: lineField(200),
    url: websiteField,
    words: optionalTextField(MAX_QUOTED),
    locale: z.string().default(''),
    why: lineField(500),
  })
  .superRefine(({ words, locale }, ctx) => {
    if (words !== null && !locales.some((one) => one === locale))
      ctx.addIssue({ code: 'custom', path: ['locale'], message: 'missing' })
  })

export type AnswerForm = z.output<typeof answerForm>
