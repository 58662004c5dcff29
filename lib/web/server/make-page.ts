import { filterHtml } from './filter-html'
import { type Answer, isText, makeAnswer } from './make-answer'
import type { Page } from './page-store'
import type { Upstream } from './upstream'

/**
 * Browsers revalidate each time (a 304 is cheap); a shared cache may serve it for 2 s, so that with our own 6 s the
 * shown count is less than 10 s old.
 */
const keptCaching = 'public, max-age=0, s-maxage=2, must-revalidate'
const privateCaching = 'private, no-store'

/**
 * Makes the page that visitors get from Next.js's answer: filtered, compressed, with the full security policy.
 * @throws Error for 5xx, so that an older page can be shown instead
 */
export async function makePage(upstream: Upstream, security: string[], known: Answer | undefined): Promise<Page> {
  if (upstream.status >= 500) throw new Error(`the framework answered ${upstream.status}`)
  const type = upstream.headers['content-type'] ?? 'text/html; charset=utf-8'
  const keepFor = upstream.status === 200 ? sharedMaxAge(upstream.headers['cache-control']) : 0
  const own = withReferrer(security, upstream.body)
  const headers = ['Content-Type', type, 'Cache-Control', keepFor > 0 ? keptCaching : privateCaching, ...own]
  if (upstream.headers.location !== undefined) headers.push('Location', upstream.headers.location)
  if (upstream.headers['retry-after'] !== undefined) headers.push('Retry-After', upstream.headers['retry-after'])
  const html = type.startsWith('text/html')
  const body = html ? Buffer.from(filterHtml(upstream.body.toString('utf8'))) : upstream.body
  const compress = isText(type)
  const answer = await makeAnswer({ status: upstream.status, headers, body, compress }, known)
  return { answer, keepFor }
}

/**
 * A page with a referrer policy in its head sends it as a header too: browsers fetch style sheets and scripts before
 * they have read that far.
 */
function withReferrer(security: string[], body: Buffer): string[] {
  const policy = /<meta name="referrer" content="([a-z-]+)"/.exec(body.toString('latin1'))?.[1]
  const at = security.indexOf('Referrer-Policy') + 1
  return policy && at > 0 ? security.with(at, policy) : security
}

/** Milliseconds that Next.js allows a shared cache to keep this answer; 0 if it does not. */
function sharedMaxAge(cacheControl: string | undefined): number {
  if (cacheControl === undefined || /private|no-store|no-cache/.test(cacheControl)) return 0
  const seconds = /s-maxage=(\d+)/.exec(cacheControl)?.[1]
  return seconds === undefined ? 0 : Number(seconds) * 1000
}
