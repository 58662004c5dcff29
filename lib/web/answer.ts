import { translator } from '@/messages/translator'
import { showTrouble } from './again'
import { guessLocale } from './guess-locale'
import type { Unread } from './read-fields'

/** Whether the caller wants JSON: it says so, or it sent JSON and does not ask for HTML. */
export function wantsJson(request: Request): boolean {
  // Types of media are the same in capitals and small letters (RFC 9110, 8.3.1).
  const accept = (request.headers.get('accept') ?? '').toLowerCase()
  if (accept.includes('application/json')) return true
  const type = (request.headers.get('content-type') ?? '').trim().toLowerCase()
  return /^application\/json *(;|$)/.test(type) && !accept.includes('text/html')
}

/** A JSON answer that nobody keeps, unless `headers` says otherwise. */
export function json(body: object, status = 200, headers: Record<string, string> = {}): Response {
  const all = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers }
  return new Response(JSON.stringify(body), { status, headers: all })
}

/** 303: the browser gets the page by GET, so that reloading it posts nothing again (RFC 9110, 15.4.4). */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path, 'cache-control': 'no-store' } })
}

const reasons = { 400: 'malformed', 413: 'too_large', 415: 'unsupported_type' }

/** A request that could not be read at all: in words, or as a code for programs. */
export function unreadable(request: Request, unread: Unread): Response {
  if (!wantsJson(request)) return showTrouble(request, unread.status === 422 ? 400 : unread.status)
  if (unread.status !== 422) return json({ error: reasons[unread.status] }, unread.status)
  const locale = guessLocale(request.headers.get('referer'), request.headers.get('accept-language'))
  const says = [translator(locale, 'trouble')('notText')]
  return json({ errors: Object.fromEntries(unread.names.map((name) => [name, says])) }, 422)
}
