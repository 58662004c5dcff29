import type { Refused } from '@/lib/integrity/admit'
import { escapeHtml } from '@/lib/text/escape-html'
import { direction, type Locale, translator } from '@/messages/translator'
import { json, wantsJson } from './answer'
import { plainHead } from './plain-page'
import { showReloadable } from './reloadable-answer'
import { hiddenFields } from './service-unavailable'

/** In seconds: when the form alone may be accepted again. */
const RETRY_AFTER = 600

/**
 * 429 when a rate limit is reached, or another mail is requested beyond the hourly limit: a page that carries
 * everything typed and offers the ways past the limit. With scripts, the device solves a challenge by itself; without
 * them, the email comes later. Programs get the challenge as JSON.
 */
export async function tooManyRequests(
  request: Request,
  locale: Locale,
  fields: Record<string, string>,
  refused: Refused,
  why: 'busy' | 'busy.again' = 'busy',
): Promise<Response> {
  const { task, later } = refused
  if (wantsJson(request))
    return json({ error: 'rate_limited', task, later }, 429, { 'retry-after': String(RETRY_AFTER) })
  const { proof: _, later: __, ...typed } = fields
  const html = pageOf(locale, new URL(request.url).pathname, typed, refused, why)
  return showReloadable(request, { html, status: 429, retryAfter: RETRY_AFTER })
}

function pageOf(
  locale: Locale,
  action: string,
  typed: Record<string, string>,
  { task, later }: Refused,
  why: 'busy' | 'busy.again',
): string {
  const t = translator(locale, why)
  const ask = translator(locale, 'busy.task')
  const slow = translator(locale, 'busy.later')
  const other =
    `<h2>${escapeHtml(slow('title'))}</h2><p>${escapeHtml(slow('lead'))}</p>` +
    `<p><button class="quiet" name="later" value="on">${escapeHtml(slow('button'))}</button></p>`
  return (
    `<!doctype html><html lang="${locale}" dir="${direction(locale)}">${plainHead(t('title'))}` +
    `<body><main><h1>${escapeHtml(t('title'))}</h1><p>${escapeHtml(t('lead'))}</p>` +
    `<form method="post" action="${escapeHtml(action)}" data-task="${escapeHtml(JSON.stringify(task))}">${hiddenFields(typed)}` +
    `<p data-solves hidden>${escapeHtml(ask('lead'))}</p><p data-waits>${escapeHtml(translator(locale, 'busy')('wait'))}</p>` +
    `<p><button>${escapeHtml(ask('button'))}</button></p>` +
    `<p role="status" data-working="${escapeHtml(ask('working'))}" data-failed="${escapeHtml(ask('failed'))}"></p>` +
    `${later ? other : ''}</form></main><script src="/proof.js"></script></body></html>`
  )
}
