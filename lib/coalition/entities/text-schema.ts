import { z } from 'zod'
import { emailField, lineField, optionalTextField, textField } from '@/lib/input/form-fields'
import { trimInvisible } from '@/lib/text/clean-text'
import type { TextField } from './entity'

/** The form of a text with these fields. Its issues: those of `lineField`, and `markup`, `placeholder`, `https`. */
export function textSchema(fields: readonly TextField[]): z.ZodType<Record<string, string | null>> {
  return z.object(Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field)])))
}

function fieldSchema(field: TextField): z.ZodType<string | null> {
  const { form, placeholders = [] } = field
  const text = wordsSchema(field)
  if (form === 'link' || form === 'contact') return text.transform((typed, ctx) => readLink(typed, form, ctx))
  if (form !== 'plain') return text
  return text.superRefine((words, ctx) => {
    if (words !== null && MARKUP.test(words)) ctx.addIssue('markup')
    const braced = (words ?? '').match(/\{[^{}]*\}|[{}]/g) ?? []
    if (braced.some((part) => !placeholders.includes(part.slice(1, -1)))) ctx.addIssue('placeholder')
  })
}

function wordsSchema({ rows, longest, optional }: TextField): z.ZodType<string | null> {
  if (optional) return optionalTextField(longest)
  return rows === 1 ? lineField(longest) : textField(longest)
}

// Tags and entities, links, bold, headings, code: they would be shown as they are typed.
const MARKUP = /<[a-z/!?]|&#?\w+;|\]\(|\*\*|__|`|^#{1,6} /im

/** An address that a link leads to: a page by https, or an email address where that is allowed. */
function readLink(typed: string | null, form: 'link' | 'contact', ctx: z.RefinementCtx): string | null {
  const text = trimInvisible(typed ?? '')
  if (text === '') return null
  const email = form === 'contact' && !/[:/]/.test(text) ? emailField.safeParse(text) : null
  if (email?.success) return email.data.deliverable
  const url = URL.canParse(text) ? new URL(text) : null
  if (url?.protocol === 'https:' && url.hostname.includes('.') && !url.username && !url.password) return url.href
  ctx.addIssue(form === 'contact' ? 'contact' : 'https')
  return z.NEVER
}
