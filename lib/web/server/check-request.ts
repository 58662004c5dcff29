import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { sendError } from './error-answer'

/** All methods that the site uses. TRACE would echo headers, and nothing behind answers the others. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS'])

/** The paths that forms are sent to. */
const forms = /^\/(?:api|admin)\//

/** A host name or address with an optional port (RFC 3986). */
const HOST = /^(?:[a-z0-9](?:[\w.-]{0,252})|\[[0-9a-f:.]{2,45}\])(?::(\d{1,5}))?$/i

/** Connections on which a request was refused. The bytes that follow may be a smuggled request. */
const ended = new WeakSet<Socket>()

/**
 * Refuses a request that layers could read differently: 405 for a method that the site does not use, 400 if it names
 * several hosts or an impossible one (RFC 9112, 3.2). Its connection is closed with the answer.
 * @returns whether it was refused
 */
export function refuses(request: IncomingMessage, response: ServerResponse, security: string[]): boolean {
  const { socket } = request
  if (ended.has(socket)) return true
  const status = METHODS.has(request.method ?? '') ? hostTrouble(request) : 405
  if (!status) return false
  ended.add(socket)
  response.on('finish', () => socket.destroySoon())
  const allow = status === 405 ? ['Allow', forms.test(request.url ?? '') ? 'GET, HEAD, POST' : 'GET, HEAD'] : []
  sendError(request, response, status, security, { headers: ['Connection', 'close', ...allow] })
  return true
}

/** HTTP/1.0 need not name a host; from 1.1 on Node requires it. */
function hostTrouble({ rawHeaders }: IncomingMessage): 400 | null {
  let hosts = 0
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] ?? ''
    if (name.length !== 4 || name.toLowerCase() !== 'host') continue
    const host = HOST.exec(rawHeaders[i + 1] ?? '')
    if (++hosts > 1 || !host || Number(host[1] ?? 0) > 65_535) return 400
  }
  return null
}
