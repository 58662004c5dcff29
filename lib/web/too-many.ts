import type { Refused } from '@/lib/integrity/admit'
import { direction, type Locale, words } from '@/messages/words'
import { json, wantsJson } from './answer'
import { hiddenFields } from './not-now'
import { escaped, plainHead } from './plain-page'

/** Seconds after which the form alone may do again. */
const RETRY_AFTER = 600

/**
 * 429 where a limit bites: a page that carries all that was typed and says what now. With scripts the device solves a
 * small task by itself; without them the e-mail comes later. Programs get the task as JSON.
 */
export function tooMany(request: Request, locale: Locale, fields: Record<string, string>, refused: Refused): Response {
  const headers = { 'retry-after': String(RETRY_AFTER), 'cache-control': 'no-store' }
  const { task, later } = refused
  if (wantsJson(request)) return json({ error: 'rate_limited', task, later }, 429, headers)
  const { proof: _, later: __, ...typed } = fields
  const page = pageOf(locale, new URL(request.url).pathname, typed, refused)
  return new Response(page, { status: 429, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } })
}

function pageOf(locale: Locale, action: string, typed: Record<string, string>, { task, later }: Refused): string {
  const t = words(locale, 'busy')
  const ask = words(locale, 'busy.task')
  const slow = words(locale, 'busy.later')
  const other =
    `<h2>${escaped(slow('title'))}</h2><p>${escaped(slow('lead'))}</p>` +
    `<p><button class="quiet" name="later" value="on">${escaped(slow('button'))}</button></p>`
  return (
    `<!doctype html><html lang="${locale}" dir="${direction(locale)}">${plainHead(t('title'))}` +
    `<body><main><h1>${escaped(t('title'))}</h1><p>${escaped(t('lead'))}</p>` +
    `<form method="post" action="${escaped(action)}" data-task="${escaped(JSON.stringify(task))}">${hiddenFields(typed)}` +
    `<p data-solves hidden>${escaped(ask('lead'))}</p><p data-waits>${escaped(t('wait'))}</p>` +
    `<p><button>${escaped(ask('button'))}</button></p>` +
    `<p role="status" data-working="${escaped(ask('working'))}" data-failed="${escaped(ask('failed'))}"></p>` +
    `${later ? other : ''}</form></main><script src="/proof.js"></script></body></html>`
  )
}
