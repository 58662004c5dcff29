/** Whether a person's browser is asking, which shows what comes back as a page. */
export function asksForPage(request: Request): boolean {
  return (request.headers.get('accept') ?? '').includes('text/html')
}

/** Whether the caller wants JSON: it says so, or it sent JSON and does not ask for HTML. */
export function wantsJson(request: Request): boolean {
  // Media types are case-insensitive (RFC 9110, 8.3.1).
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

/** A token as the last part of an address; `unknown` where the text cannot be one. */
export function tokenSegment(token: string): string {
  return /^[A-Za-z0-9_-]{1,64}$/.test(token) ? token : 'unknown'
}
