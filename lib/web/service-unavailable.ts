import { escapeHtml } from '@/lib/text/escape-html'
import { direction, type Locale, translator } from '@/messages/translator'
import { json, wantsJson } from './answer'
import { plainHead } from './plain-page'
import { showReloadable } from './reloadable-answer'

/** In seconds: when to retry. Load peaks pass. */
const RETRY_AFTER = 10

/**
 * 503 for a form that could not be stored: for a person, a page that carries everything typed and a button that sends
 * it again.
 */
export async function serviceUnavailable(
  request: Request,
  locale: Locale,
  fields: Record<string, string>,
): Promise<Response> {
  if (wantsJson(request)) return json({ error: 'unavailable' }, 503, { 'retry-after': String(RETRY_AFTER) })
  const t = translator(locale, 'trouble')
  const html =
    `<!doctype html><html lang="${locale}" dir="${direction(locale)}">${plainHead('503')}` +
    `<body><main><h1>${escapeHtml(t('notNow'))}</h1><form method="post" action="${escapeHtml(new URL(request.url).pathname)}">` +
    `${hiddenFields(fields)}<button>${escapeHtml(t('sendAgain'))}</button></form></main></body></html>`
  return showReloadable(request, { html, status: 503, retryAfter: RETRY_AFTER })
}

/** The typed values, as hidden fields to be sent again. */
export function hiddenFields(fields: Record<string, string>): string {
  return Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join('')
}
