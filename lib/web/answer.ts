import { acceptedTypes } from './accepted-types'

/** Whether a browser is asking for a page that a person will see. */
export function asksForPage(request: Request): boolean {
  return acceptedTypes(request.headers.get('accept')).includes('text/html')
}

/** Whether the client wants JSON: it asks for it, or it sent JSON and does not ask for HTML. */
export function wantsJson(request: Request): boolean {
  const accepted = acceptedTypes(request.headers.get('accept'))
  if (accepted.includes('application/json')) return true
  const type = (request.headers.get('content-type') ?? '').trim().toLowerCase()
  return /^application\/json *(;|$)/.test(type) && !accepted.includes('text/html')
}

/** A JSON answer that is not cached, unless `headers` says otherwise. */
export function json(body: object, status = 200, headers: Record<string, string> = {}): Response {
  const all = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers }
  return new Response(JSON.stringify(body), { status, headers: all })
}

/** 303: the browser fetches the page with GET, so that reloading it posts nothing again (RFC 9110, 15.4.4). */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path, 'cache-control': 'no-store' } })
}

/** A token as the last segment of a path; `unknown` if the text cannot be a token. */
export function tokenSegment(token: string): string {
  return /^[A-Za-z0-9_-]{1,64}$/.test(token) ? token : 'unknown'
}
