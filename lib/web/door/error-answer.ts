import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

const sentences: Record<number, string> = {
  400: 'This address or request cannot be read.',
  404: 'There is no page at this address.',
  405: 'This address does not take this kind of request.',
  411: 'The request does not say how long it is.',
  413: 'What was sent is too large.',
  414: 'This address is too long.',
  500: 'Something went wrong on our side. Please try again.',
  503: 'The site is very busy. Please try again in a moment.',
}

const codes: Record<number, string> = {
  400: 'bad_request',
  404: 'not_found',
  405: 'method_not_allowed',
  411: 'length_required',
  413: 'too_large',
  414: 'address_too_long',
  500: 'internal_error',
  503: 'busy',
}

/** A short error the door gives by itself: JSON to those who ask for it, else a page without any style or script. */
export function sendError(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  security: string[],
  options: { headers?: string[]; reference?: string } = {},
): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  const json = wantsJson(request)
  const body = json ? errorJson(status, options.reference) : errorHtml(status, options.reference)
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
  response.end(request.method === 'HEAD' ? undefined : body)
}

/** Logs an unexpected error under a new reference number, which the person sees. Paths and bodies stay out of the log. */
export function logUnexpected(what: string, error: unknown): string {
  const reference = randomBytes(5).toString('hex').toUpperCase()
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  console.error(`${reference} ${what}: ${text}`)
  return reference
}

function wantsJson(request: IncomingMessage): boolean {
  return request.headers.accept?.includes('application/json') === true
}

function errorJson(status: number, reference: string | undefined): string {
  return JSON.stringify({ error: codes[status] ?? 'error', ...(reference === undefined ? {} : { reference }) })
}

function errorHtml(status: number, reference: string | undefined): string {
  const sentence = sentences[status] ?? 'This did not work.'
  const line = reference === undefined ? '' : `<p>Reference: <code>${reference}</code></p>`
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>${status}</title></head><body><main><h1>${sentence}</h1>${line}<p><a href="/">Home</a></p></main></body></html>`
  )
}
