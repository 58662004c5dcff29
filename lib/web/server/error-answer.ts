import type { IncomingMessage, ServerResponse } from 'node:http'
import { isLocale, type Locale } from '@/messages/translator'
import { acceptedTypes } from '../accepted-types'
import { guessLocale } from '../guess-locale'
import { noteFailedForm } from '../note-failed-form'
import { plainPage, type Trouble, troubleAt } from '../plain-page'

const codes: Record<Trouble, string> = {
  400: 'bad_request',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  410: 'gone',
  411: 'length_required',
  413: 'too_large',
  414: 'address_too_long',
  415: 'unsupported_type',
  500: 'internal_error',
  503: 'busy',
}

/**
 * A short error that the server gives by itself: JSON to clients that ask for it, otherwise the plain page in the
 * person's language.
 */
export function sendError(
  request: IncomingMessage,
  response: ServerResponse,
  status: Trouble,
  security: string[],
  options: { headers?: string[]; reference?: string } = {},
): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  if (isPostedByBrowser(request)) {
    noteFailedForm(status)
    // Redirected, since reloading this URL would post again.
    const location = troubleAt(status, localeOfRequest(request), options.reference)
    response.writeHead(303, ['Location', location, 'Cache-Control', 'no-store', 'Content-Length', '0', ...security])
    response.end()
    return
  }
  const json = wantsJson(request)
  const body = json ? errorJson(status, options.reference) : errorHtml(request, status, options.reference)
  response.writeHead(status, [
    'Content-Type',
    json ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8',
    'Cache-Control',
    'no-store',
    'Content-Length',
    String(Buffer.byteLength(body)),
    ...security,
    ...(options.headers ?? []),
  ])
  response.end(body)
}

function wantsJson(request: IncomingMessage): boolean {
  return acceptedTypes(request.headers.accept).includes('application/json')
}

function errorJson(status: Trouble, reference: string | undefined): string {
  return JSON.stringify({ error: codes[status], ...(reference === undefined ? {} : { reference }) })
}

function errorHtml(request: IncomingMessage, status: Trouble, reference: string | undefined): string {
  return plainPage(status, localeOfRequest(request), reference)
}

function localeOfRequest(request: IncomingMessage): Locale {
  const { referer, 'accept-language': wished } = request.headers
  return localeOfPath(request.url) ?? guessLocale(referer, wished)
}

/** Public forms only: admin forms post to the page that shows them. */
function isPostedByBrowser({ method, url = '', headers }: IncomingMessage): boolean {
  return method === 'POST' && url.startsWith('/api/') && acceptedTypes(headers.accept).includes('text/html')
}

function localeOfPath(path = ''): Locale | undefined {
  const first = path.split(/[/?]/, 2)[1] ?? ''
  return isLocale(first) ? first : undefined
}
