import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { logUnexpected } from '../log-unexpected'
import { asksForAction, checkAction } from './check-action'
import { refuses } from './check-request'
import { checkTarget, type Target } from './check-target'
import { isLoopback, setClientAddress } from './client-address'
import { createHttpServer } from './create-http-server'
import type { DirectRoute } from './direct-routes'
import { sendError } from './error-answer'
import { strictTransport } from './security-headers'
import { sendAnswer } from './send-answer'
import { sendResponse } from './send-response'
import { serveDirectRoute } from './serve-direct-route'
import { Busy, type Pages } from './serve-pages'
import type { StaticFiles } from './static-files'
import { toWebRequest } from './web-request'

export interface SiteServerParts {
  siteUrl: string
  /** Headers of every answer, as a flat list. */
  security: string[]
  /** How many reverse proxies of our own stand before the door. */
  trustedProxies: number
  pages: Pages
  files: StaticFiles
  hot: DirectRoute[]
  /** The framework's own handler, for the machine surface and signed-in pages. */
  framework(request: IncomingMessage, response: ServerResponse, headers: string[], body?: Buffer): Promise<void>
  /** Ids of the server actions it has. */
  actions: ReadonlySet<string>
  /** The outbox as a page: embedded default only, and only for this machine. */
  mailbox?: ((request: Request) => Promise<Response>) | undefined
}

const kilobyte = 1024
/** Forms of the public are a few kilobytes; the desk may paste long texts. */
const publicBody = 64 * kilobyte
const adminBody = 1024 * kilobyte
/** A scan of a paper sheet (lib/paper/enter-sheet.ts) and its form; the endpoint looks who asks before it reads. */
const scanBody = 9 * 1024 * kilobyte
const scanPath = '/admin/paper/sheets'
const frameworkPaths = /^\/(?:api|admin|embed|_next)(?:\/|$)/

/**
 * The site's HTTP server. In this order: kept answers go out at once; nonsense is refused; files and public pages come
 * from memory; hot endpoints are called directly; the machine surface and the desk go to the framework.
 */
export function createSiteServer(parts: SiteServerParts): Server {
  const { siteUrl, security, trustedProxies, pages, files } = parts
  const secure = siteUrl.startsWith('https:')
  const hot = serveDirectRoute(parts.hot, { siteUrl, security, trustedProxies, largestBody: publicBody })
  return createHttpServer(route, { behindProxy: trustedProxies > 0, largestBody: scanBody })

  function route(request: IncomingMessage, response: ServerResponse): void {
    if (refuses(request, response, security)) return
    const reading = request.method === 'GET' || request.method === 'HEAD'
    if (reading) {
      const url = request.url ?? ''
      const ready = pages.ready(url) ?? hot.ready(url)
      if (ready) {
        sendAnswer(request, response, ready)
        return
      }
    }
    const target = checkTarget(request.url ?? '')
    if (typeof target === 'number') sendError(request, response, target, security)
    else answer(request, response, target, reading)?.catch((error: unknown) => fail(request, response, error))
  }

  /** A promise where the answer takes time. */
  function answer(request: IncomingMessage, response: ServerResponse, target: Target, reading: boolean) {
    const { path, query } = target
    const file = reading ? files.get(path) : undefined
    if (file) return file.then((found) => sendAnswer(request, response, found))
    const called = hot.answer(request, response, path)
    if (called) return called
    if (parts.mailbox && /^\/mailbox(?:\/|$)/.test(path)) return showMailbox(request, response, parts.mailbox, reading)
    if (frameworkPaths.test(path)) return passOn(request, response, path)
    if (!reading) return sendError(request, response, 405, security, { headers: ['Allow', 'GET, HEAD'] })
    return pages
      .get(path, query, request.headers['accept-language'])
      .then((page) => sendAnswer(request, response, page))
  }

  async function showMailbox(
    request: IncomingMessage,
    response: ServerResponse,
    mailbox: (request: Request) => Promise<Response>,
    reading: boolean,
  ) {
    if (!reading || !isLoopback(request)) return sendError(request, response, 404, security)
    await sendResponse(response, await mailbox(toWebRequest(request, undefined, siteUrl)), security)
  }

  function passOn(request: IncomingMessage, response: ServerResponse, path: string) {
    if (path.startsWith('/_next/static/')) return sendError(request, response, 404, security)
    const limit = path === scanPath ? scanBody : path.startsWith('/admin') ? adminBody : publicBody
    // The framework reads the stream itself: only a stated length can be held to.
    if (request.headers['transfer-encoding'] !== undefined) return sendError(request, response, 411, security)
    if (Number(request.headers['content-length'] ?? 0) > limit) return sendError(request, response, 413, security)
    if (!path.startsWith('/admin') || path === scanPath || !asksForAction(request))
      return toFramework(request, response)
    return checkAction(request, limit, parts.actions, siteUrl).then((body) => {
      if (typeof body !== 'number') return toFramework(request, response, body)
      const headers = body === 404 ? ['X-Nextjs-Action-Not-Found', '1'] : []
      return sendError(request, response, body, security, { headers })
    })
  }

  function toFramework(request: IncomingMessage, response: ServerResponse, body?: Buffer) {
    setClientAddress(request, trustedProxies)
    request.headers['x-forwarded-proto'] = secure ? 'https' : 'http'
    // Its other headers the framework sets itself (next.config.js).
    return parts.framework(request, response, secure ? ['Strict-Transport-Security', strictTransport] : [], body)
  }

  function fail(request: IncomingMessage, response: ServerResponse, error: unknown) {
    // A visitor who has gone is no error.
    if (response.destroyed) return
    if (error instanceof Busy) return sendError(request, response, 503, security, { headers: ['Retry-After', '2'] })
    sendError(request, response, 500, security, { reference: logUnexpected('a request failed', error) })
  }
}
