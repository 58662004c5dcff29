import { direction, type Locale, words } from '@/messages/words'
import { json, wantsJson } from './answer'
import { escaped } from './plain-page'

/** Seconds after which to try again. */
const RETRY_AFTER = 10

/**
 * 503 for a form that could not be stored just now: for a person, a page that carries all that was typed and a
 * button that sends it again.
 */
export function notNow(request: Request, locale: Locale, fields: Record<string, string>): Response {
  const headers = { 'retry-after': String(RETRY_AFTER), 'cache-control': 'no-store' }
  if (wantsJson(request)) return json({ error: 'unavailable' }, 503, headers)
  const page = formAgain(locale, new URL(request.url).pathname, fields)
  return new Response(page, { status: 503, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } })
}

function formAgain(locale: Locale, action: string, fields: Record<string, string>): string {
  const t = words(locale, 'trouble')
  const hidden = Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`)
    .join('')
  return (
    `<!doctype html><html lang="${locale}" dir="${direction(locale)}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>503</title></head>` +
    `<body><main><h1>${escaped(t('notNow'))}</h1><form method="post" action="${escaped(action)}">${hidden}` +
    `<button>${escaped(t('sendAgain'))}</button></form></main></body></html>`
  )
}
