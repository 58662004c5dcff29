import { join } from 'node:path'
import { env } from '@/lib/env'
import { isLocalSite } from '@/lib/local-site'
import { findOutboxMail, listOutbox } from '@/lib/mail/read-outbox'
import { listPage, mailPage, missingPage } from './mailbox/pages'
import { style } from './mailbox/style'

/** Mails on the list page. */
const MAX_LISTED = 100

const pagePolicy =
  "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
/** A mail's HTML carries its style, runs no script, and opens its links outside of the frame. */
const mailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; " +
  'sandbox allow-popups allow-popups-to-escape-sandbox'

/**
 * The development mailbox: `/mailbox`, `/mailbox/{id}`, and a mail's parts below it. Served only if mail is kept on
 * this machine and the site itself is local, and only under a local host name.
 */
export async function mailboxResponse(request: Request): Promise<Response> {
  const { MAIL_DRIVER, SITE_URL } = env()
  if (MAIL_DRIVER !== 'outbox' || !isLocalSite(SITE_URL) || !isLocal(request)) return page(missingPage(), 404)
  const folder = join(env().DATA_DIR, 'outbox')
  const [, mailbox, id, part] = new URL(request.url).pathname.split('/')

  if (mailbox !== 'mailbox') return page(missingPage(), 404)
  if (!id) return page(listPage(await listOutbox(folder, MAX_LISTED)))
  if (id === 'style.css') return answer(style, 'text/css; charset=utf-8', pagePolicy)
  const mail = await findOutboxMail(folder, id)
  if (!mail) return page(missingPage(), 404)
  if (!part) return page(mailPage(mail))
  if (part === 'html') return answer(mail.html, 'text/html; charset=utf-8', mailPolicy)
  if (part === 'source') return answer(mail.source, 'text/plain; charset=utf-8', pagePolicy)
  return page(missingPage(), 404)
}

/** Otherwise a page elsewhere whose host name resolves to 127.0.0.1 could read it. */
function isLocal(request: Request): boolean {
  const host = request.headers.get('host') ?? new URL(request.url).host
  return /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(host)
}

function page(html: string, status = 200): Response {
  return answer(html, 'text/html; charset=utf-8', pagePolicy, status)
}

function answer(body: string, type: string, policy: string, status = 200): Response {
  return new Response(body, {
    status,
    headers: {
      'Content-Type': type,
      'Content-Security-Policy': policy,
      'X-Frame-Options': 'SAMEORIGIN',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'same-origin',
      'Cache-Control': 'no-store',
      'X-Robots-Tag': 'noindex',
    },
  })
}
