import { direction, type Locale, words } from '@/messages/words'
import { json, wantsJson } from './answer'
import { escaped, plainHead } from './plain-page'

/** Seconds after which to try again: a busy moment passes. */
const RETRY_AFTER = 10

/**
 * 503 for a form that could not be stored just now: for a person, a page that carries all that was typed and a
 * button that sends it again.
 */
export function notNow(request: Request, locale: Locale, fields: Record<string, string>): Response {
  const headers = { 'retry-after': String(RETRY_AFTER), 'cache-control': 'no-store' }
  if (wantsJson(request)) return json({ error: 'unavailable' }, 503, headers)
  const t = words(locale, 'trouble')
  const page =
    `<!doctype html><html lang="${locale}" dir="${direction(locale)}">${plainHead('503')}` +
    `<body><main><h1>${escaped(t('notNow'))}</h1><form method="post" action="${escaped(new URL(request.url).pathname)}">` +
    `${hiddenFields(fields)}<button>${escaped(t('sendAgain'))}</button></form></main></body></html>`
  return new Response(page, { status: 503, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } })
}

/** What was typed, to be sent again. */
export function hiddenFields(fields: Record<string, string>): string {
  return Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`)
    .join('')
}
