import { direction, type Locale, words } from '@/messages/words'
import { json, wantsJson } from './answer'
import { escaped } from './plain-page'

/** Seconds after which to try again: a busy moment passes; a network's hour takes longer. */
const RETRY_AFTER = { 503: 10, 429: 600 }

/**
 * 503 for a form that could not be stored just now: for a person, a page that carries all that was typed and a
 * button that sends it again.
 */
export function notNow(request: Request, locale: Locale, fields: Record<string, string>): Response {
  return again(request, locale, fields, 503, 'unavailable', words(locale, 'trouble')('notNow'))
}

/** 429, in the same way, where too many came from one network. */
export function tooMany(request: Request, locale: Locale, fields: Record<string, string>): Response {
  return again(request, locale, fields, 429, 'rate_limited', words(locale, 'form.errors')('form.rate_limited'))
}

function again(
  request: Request,
  locale: Locale,
  fields: Record<string, string>,
  status: 429 | 503,
  error: string,
  says: string,
): Response {
  const headers = { 'retry-after': String(RETRY_AFTER[status]), 'cache-control': 'no-store' }
  if (wantsJson(request)) return json({ error }, status, headers)
  const page = formAgain(locale, new URL(request.url).pathname, fields, status, says)
  return new Response(page, { status, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } })
}

function formAgain(
  locale: Locale,
  action: string,
  fields: Record<string, string>,
  status: number,
  says: string,
): string {
  const t = words(locale, 'trouble')
  const hidden = Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`)
    .join('')
  return (
    `<!doctype html><html lang="${locale}" dir="${direction(locale)}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${status}</title></head>` +
    `<body><main><h1>${escaped(says)}</h1><form method="post" action="${escaped(action)}">${hidden}` +
    `<button>${escaped(t('sendAgain'))}</button></form></main></body></html>`
  )
}
