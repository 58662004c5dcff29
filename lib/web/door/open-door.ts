import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { logUnexpected } from '../log-unexpected'
import { callHandler, sendResponse } from './call-handler'
import { checkTarget, type Target } from './check-target'
import { isLoopback, setClientAddress } from './client-address'
import { sendError } from './error-answer'
import { findHotEndpoint, type HotEndpoint, type HotMatch } from './hot-endpoints'
import { readBody } from './read-body'
import { sendAnswer } from './send-answer'
import { Busy, type Pages } from './serve-pages'
import type { StaticFiles } from './static-files'

export interface DoorParts {
  siteUrl: string
  security: string[]
  trustedProxies: number
  pages: Pages
  files: StaticFiles
  hot: HotEndpoint[]
  /** The framework's own handler, for the machine surface and signed-in pages. */
  framework: RequestListener
  /** The outbox as a page: embedded default only, and only for this machine. */
  mailbox?: (request: Request) => Promise<Response>
}

const kilobyte = 1024
/** Forms of the public are a few kilobytes; the desk may paste long texts. */
const publicBody = 64 * kilobyte
const deskBody = 1024 * kilobyte
const frameworkPaths = /^\/(?:api|admin|embed|_next)(?:\/|$)/

/**
 * The site's HTTP server. In this order: nonsense is refused; static files and public pages come from memory; hot
 * endpoints are called directly; the rest goes to the framework.
 */
export function openDoor(parts: DoorParts): Server {
  const server = createServer({
    headersTimeout: 10_000,
    requestTimeout: 15_000,
    connectionsCheckingInterval: 1_000,
    // Longer than a reverse proxy keeps its idle connections (nginx: 60 s), or it would write into a closing one.
    keepAliveTimeout: parts.trustedProxies > 0 ? 75_000 : 10_000,
    maxHeaderSize: 16 * kilobyte,
    requireHostHeader: true,
  })
  // Whoever neither reads nor writes for this long only holds a socket.
  server.setTimeout(30_000)
  server.maxHeadersCount = 100
  server.maxConnections = 20_000
  const route = routeRequest(parts)
  server.on('request', route)
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (Number(request.headers['content-length'] ?? 0) <= deskBody) response.writeContinue()
    route(request, response)
  })
  return server
}

function routeRequest(parts: DoorParts): RequestListener {
  const { security } = parts
  const findHot = findHotEndpoint(parts.hot)

  return (request, response) => {
    const method = request.method ?? ''
    const reading = method === 'GET' || method === 'HEAD'
    // Only targets that passed the check are kept.
    const ready = reading ? parts.pages.ready(request.url ?? '') : undefined
    if (ready) return sendAnswer(request, response, ready)
    const target = checkTarget(request.url ?? '')
    if (typeof target === 'number') return sendError(request, response, target, security)
    const work = answer(request, response, target, method, reading)
    work?.catch((error: unknown) => fail(request, response, error))
  }

  function answer(
    request: IncomingMessage,
    response: ServerResponse,
    target: Target,
    method: string,
    reading: boolean,
  ) {
    const file = reading ? parts.files.get(target.path) : undefined
    if (file) return file.then((found) => sendAnswer(request, response, found))
    const hot = findHot(method, target.path)
    if (hot) return answerHot(request, response, hot)
    if (parts.mailbox && /^\/mailbox(?:\/|$)/.test(target.path)) return answerMailbox(request, response, parts.mailbox)
    if (frameworkPaths.test(target.path)) return passOn(request, response, target)
    if (!reading) return sendError(request, response, 405, security, { headers: ['Allow', 'GET, HEAD'] })
    return parts.pages.get(target.path, target.query).then((page) => sendAnswer(request, response, page))
  }

  async function answerHot(request: IncomingMessage, response: ServerResponse, { endpoint, params }: HotMatch) {
    setClientAddress(request, parts.trustedProxies)
    const body = endpoint.method === 'POST' ? await readBody(request, publicBody) : undefined
    if (typeof body === 'number') return sendError(request, response, body, security)
    const made = await callHandler(endpoint.handler, request, body, params, parts.siteUrl)
    await sendResponse(request, response, made, security)
  }

  async function answerMailbox(
    request: IncomingMessage,
    response: ServerResponse,
    mailbox: (request: Request) => Promise<Response>,
  ) {
    if (!isLoopback(request) || (request.method !== 'GET' && request.method !== 'HEAD')) {
      return sendError(request, response, 404, security)
    }
    const made = await callHandler(mailbox, request, undefined, {}, parts.siteUrl)
    await sendResponse(request, response, made, security)
  }

  function passOn(request: IncomingMessage, response: ServerResponse, { path }: Target) {
    if (path.startsWith('/_next/static/')) return sendError(request, response, 404, security)
    const limit = path.startsWith('/admin') ? deskBody : publicBody
    // The framework reads the stream itself: only a stated length can be held to.
    if (request.headers['transfer-encoding'] !== undefined) return sendError(request, response, 411, security)
    if (Number(request.headers['content-length'] ?? 0) > limit) return sendError(request, response, 413, security)
    setClientAddress(request, parts.trustedProxies)
    request.headers['x-forwarded-proto'] = parts.siteUrl.startsWith('https:') ? 'https' : 'http'
    parts.framework(request, response)
  }

  function fail(request: IncomingMessage, response: ServerResponse, error: unknown) {
    if (error instanceof Busy) return sendError(request, response, 503, security, { headers: ['Retry-After', '2'] })
    sendError(request, response, 500, security, { reference: logUnexpected('a request failed', error) })
  }
}
