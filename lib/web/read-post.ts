import { type Locale, translator } from '@/messages/translator'
import { json, wantsJson } from './answer'
import { guessLocale } from './guess-locale'
import { readFields, type Unread } from './read-fields'
import { postedLocale } from './read-locale'
import { showTrouble } from './reloadable-answer'

export interface Post {
  fields: Record<string, string>
  /** The language to answer in. */
  locale: Locale
}

/** Reads a post into its fields, or gives the error response if it, or the language that it names, cannot be read. */
export async function readPost(request: Request): Promise<Post | Response> {
  const read = await readFields(request)
  if (!read.ok) return unreadable(request, read)
  const locale = postedLocale(request, read.fields)
  return locale instanceof Response ? locale : { fields: read.fields, locale }
}

const reasons = { 400: 'malformed', 413: 'too_large', 415: 'unsupported_type' }

/** The error response for an unreadable request: a page, or a code for programs. */
export function unreadable(request: Request, unread: Unread): Response {
  if (!wantsJson(request)) return showTrouble(request, unread.status === 422 ? 400 : unread.status)
  if (unread.status !== 422) return json({ error: reasons[unread.status] }, unread.status)
  const locale = guessLocale(request.headers.get('referer'), request.headers.get('accept-language'))
  const each = (says: string) => Object.fromEntries(unread.names.map((name) => [name, [says]]))
  return json({ errors: each(translator(locale, 'trouble')('notText')), codes: each('not_text') }, 422)
}
