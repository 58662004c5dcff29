import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { requests } from './meters'

/** Measures every answer of a server. A path is never a label: it may hold somebody's token. */
export function observeRequests(server: Server): void {
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    const began = performance.now()
    // An answer that was cut off ends without being finished.
    response.once('close', () => {
      const status = response.writableFinished ? `${Math.floor(response.statusCode / 100)}xx` : 'cut'
      requests.observe({ kind: kindOf(request.method, request.url), status }, (performance.now() - began) / 1000)
    })
  })
}

const kinds: [RegExp, string][] = [
  [/^POST \/api\/v1\/petitions\/[^/]+\/signatures$/, 'sign'],
  [/^POST \/api\/v1\/confirmations$/, 'confirm'],
  [/^\w+ \/[^/]+\/(?:signature|unsubscribe)\//, 'link'],
  [/^\w+ \/api\/(?:health|ready)$/, 'health'],
  [/^\w+ \/api\//, 'api'],
  [/^\w+ \/admin(?:\/|$)/, 'admin'],
  [/^\w+ \/ledger\//, 'ledger'],
  [/^\w+ \/_next\//, 'file'],
]

/** The kind of a request, one of a few words. */
export function kindOf(method = '', url = ''): string {
  const asked = `${method} ${url.split('?', 1)[0]}`
  return kinds.find(([pattern]) => pattern.test(asked))?.[1] ?? 'page'
}
