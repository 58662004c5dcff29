import { z } from 'zod'
import { emailField, fieldIssues, lineField } from '@/lib/input/form-fields'
import { fold } from '@/lib/text/fold'
import { adminLanguages } from '@/messages/admin/translator'
import { languageName } from '@/messages/language-name'
import { type Locale, locales } from '@/messages/translator'
import { coSignatureLimits } from '../read-co-signature'

/** Organisations that can be invited in one step, and by one person within a day. */
export const MAX_INVITATIONS = 100

const lineSchema = z.object({
  organisation: lineField(coSignatureLimits.organisation),
  email: emailField,
  /** Of the mail, and of the page it leads to. Issue: `unknown`. */
  locale: z.string().transform((typed, ctx): Locale => {
    const found = locales.find((locale) => namesOf(locale).some((name) => fold(name) === fold(typed)))
    if (found) return found
    ctx.addIssue('unknown')
    return z.NEVER
  }),
})

/** A language's names in a line: in each language of the admin area, in its own, or by its code. */
function namesOf(locale: Locale): string[] {
  return [locale, ...[...adminLanguages, locale].map((language) => languageName(locale, language))]
}

/** An organisation to be invited. */
export type InvitationLine = z.output<typeof lineSchema>

/** An error in one line, counted from 1 as in the field, empty lines too. */
export interface LineError {
  line: number
  field: string
  code: string
}

type Read = { ok: true; lines: InvitationLine[] } | { ok: false; errors: LineError[] }

/**
 * Reads pasted lines: organisation, email address and, if wanted, a language, between tabs, semicolons or commas; a
 * name may hold commas. Issues beside those of the fields: `twice`; of the whole: `missing`, `too_many_lines` (line 0).
 * @param locale of lines that name none
 */
export function readInvitations(text: string, locale: string): Read {
  const typed = text.split(/\r\n|\r|\n/).map((line, i) => ({ line: i + 1, text: line.trim() }))
  const lines = typed.filter((one) => one.text !== '')
  const whole = (code: string): Read => ({ ok: false, errors: [{ line: 0, field: 'lines', code }] })
  if (lines.length === 0) return whole('missing')
  if (lines.length > MAX_INVITATIONS) return whole('too_many_lines')
  const errors: LineError[] = []
  const read: InvitationLine[] = []
  const seen = new Set<string>()
  for (const { line, text: one } of lines) {
    const parsed = lineSchema.safeParse(partsOf(one, locale))
    if (!parsed.success)
      for (const [field, [code = '']] of Object.entries(fieldIssues(parsed.error))) errors.push({ line, field, code })
    else {
      read.push(parsed.data)
      const keys = { organisation: fold(parsed.data.organisation), email: parsed.data.email.canonical }
      for (const [field, key] of Object.entries(keys))
        if (seen.size === seen.add(`${field} ${key}`).size) errors.push({ line, field, code: 'twice' })
    }
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, lines: read }
}

/** The address is the last part with an @: what stands before it is the name, what follows the language. */
function partsOf(line: string, locale: string): Record<string, string> {
  const parts = line.split(/[\t;,]/)
  const at = parts.findLastIndex((part) => part.includes('@'))
  if (at < 0) return { organisation: parts[0] ?? '', email: parts.slice(1).join(' '), locale }
  const email = parts[at] ?? ''
  const before = parts.slice(0, at).join('x').length
  const after = parts
    .slice(at + 1)
    .join(' ')
    .trim()
  return { organisation: unquoted(line.slice(0, before)), email, locale: after || locale }
}

/** As spreadsheets write a cell that holds a separator. */
function unquoted(cell: string): string {
  const [, inner] = /^"(.*)"$/.exec(cell.trim()) ?? []
  return inner?.replaceAll('""', '"') ?? cell
}
