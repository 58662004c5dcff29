import { isLocale, sourceLocale } from '@/messages/translator'
import { json, seeOther, unreadable, wantsJson } from './answer'
import { readFields } from './read-fields'

type Page = 'signature' | 'join'
type Settled = { ok: true; locale: string } | { ok: false; reason: string; locale?: string | null }

/** Answers a button behind a mailed link: runs the verb on the posted token, then says how things stand (`answerSettled`). */
export async function handleTokenPost(
  request: Request,
  verb: (token: string, now: Date) => Promise<Settled>,
  done: string,
  page: Page = 'signature',
): Promise<Response> {
  const read = await readFields(request)
  if (!read.ok) return unreadable(request, read)

  return answerSettled(request, read.fields, await verb(read.fields.token ?? '', new Date()), done, page)
}

/**
 * Shows the token's page again, which says in words how things stand now. JSON: 200 `{status}`, 404 or 409 `{error}`.
 */
export function answerSettled(
  request: Request,
  fields: Record<string, string>,
  result: Settled,
  done: string,
  page: Page = 'signature',
): Response {
  const token = fields.token ?? ''
  if (wantsJson(request)) {
    if (result.ok) return json({ status: done })
    return json({ error: result.reason }, result.reason === 'token_unknown' ? 404 : 409)
  }
  const locale = result.locale ?? fields.locale ?? ''
  const path = /^[A-Za-z0-9_-]{1,64}$/.test(token) ? token : 'unknown'
  return seeOther(`/${isLocale(locale) ? locale : sourceLocale}/${page}/${path}`)
}
