import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { sendError } from './error-answer'

/** What anything here is asked with. TRACE would say headers back, and what lies behind has no answer to the rest. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS'])

/** Where forms are sent to. */
const forms = /^\/(?:api|admin)\//

/** A name or address with a port, as RFC 3986 has them. */
const HOST = /^(?:[a-z0-9](?:[\w.-]{0,252})|\[[0-9a-f:.]{2,45}\])(?::(\d{1,5}))?$/i

/** Connections on which something was refused. What follows there may be meant for another reader. */
const ended = new WeakSet<Socket>()

/**
 * Refuses a request that is read differently by different layers: 405 for a method that nothing here is asked with, 400
 * where it names several hosts, or none that could be one (RFC 9112, 3.2). Its connection ends with the answer.
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

/** HTTP/1.0 names no host; from 1.1 on Node has seen to it. */
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
