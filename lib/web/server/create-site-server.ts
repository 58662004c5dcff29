import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { setImmediate } from 'node:timers/promises'
import { DatabaseAway, isAway, isGivenUp } from '@/lib/failover/is-away'
import { logUnexpected } from '../log-unexpected'
import type { GetFrame } from './cached-frames'
import { asksForAction, checkAction } from './check-action'
import { refuses } from './check-request'
import { checkTarget, type Target } from './check-target'
import { isLoopback, setClientAddress, turnOf } from './client-address'
import { createHttpServer } from './create-http-server'
import type { DirectRoute } from './direct-routes'
import { sendError } from './error-answer'
import { limitFairly } from './limit-fairly'
import { oneSpelling } from './one-spelling'
import { readBody } from './read-body'
import { strictTransport } from './security-headers'
import { sendAnswer } from './send-answer'
import { sendResponse } from './send-response'
import { serveDirectRoute } from './serve-direct-route'
import { Busy, type Pages } from './serve-pages'
import type { StaticFiles } from './static-files'
import { type Surface, wholeSite } from './surface'
import { toWebRequest } from './web-request'

export interface SiteServerParts {
  /** The public address of this process: the site's, or the admin area's if that has a process of its own. */
  siteUrl: string
  /** The part of the site that this process serves; the whole site by default. */
  surface?: Surface
  /** Headers of every answer, as a flat list. */
  security: string[]
  /** The number of our own reverse proxies in front of the server. */
  trustedProxies: number
  pages: Pages
  files: StaticFiles
  directRoutes: DirectRoute[]
  /** Frames for direct routes that answer with pages. */
  frame: GetFrame
  /** Next.js's own handler, for machine endpoints and admin pages. */
  framework(request: IncomingMessage, response: ServerResponse, headers: string[], body?: Buffer): Promise<void>
  /** Ids of the server actions of the build. */
  actions: ReadonlySet<string>
  /** The development mailbox: with the embedded database only, and only for this machine. */
  mailbox?: ((request: Request) => Promise<Response>) | undefined
}

const kilobyte = 1024
/** Public forms are a few kilobytes; staff may paste long texts. */
const publicBody = 64 * kilobyte
const adminBody = 1024 * kilobyte
/** A scan of a paper sheet (lib/paper/enter-sheet.ts) and its form; the endpoint authenticates before it reads. */
const scanBody = 9 * 1024 * kilobyte
/** A document of the coalition (lib/coalition/documents) and its form; that endpoint authenticates first, too. */
const documentBody = 11 * 1024 * kilobyte
const fileBodies = new Map([
  ['/admin/paper/sheets', scanBody],
  ['/admin/coalition/documents/files', documentBody],
])
const staffPaths = /^\/(?:admin|api\/auth|_next)(?:\/|$)/
const frameworkPaths = /^\/(?:api|admin|_next)(?:\/|$)/

/**
 * The site's HTTP server. In this order: stored answers go out at once; malformed requests are refused; files and
 * public pages come from memory; direct routes are called without Next.js; other endpoints and the admin area go to
 * Next.js.
 */
export function createSiteServer(parts: SiteServerParts): Server {
  const { siteUrl, security, trustedProxies, pages, files, surface = wholeSite } = parts
  const secure = siteUrl.startsWith('https:')
  // A few requests begin in each turn of the event loop. Otherwise everything that has begun waits, at each of its
  // steps, until one client's hundreds of connections are answered, however cheaply: with 404 or 503.
  const begin = limitFairly({ running: 32, each: 1024, waiting: 4096, patience: 15_000 })
  // Requests to Next.js by staff and by others, apart from the pages that it renders for everybody (serve-pages.ts).
  // They share its one thread: more at once would not be faster, and would leave less to each.
  const forStaff = limitFairly({ running: 3, each: 32, waiting: 512, patience: 15_000 })
  const forOthers = limitFairly({ running: 1, each: 256, waiting: 2048, patience: 15_000 })
  const direct = serveDirectRoute(parts.directRoutes, {
    siteUrl,
    security,
    trustedProxies,
    largestBody: publicBody,
    frame: parts.frame,
    pages,
  })
  return createHttpServer(route, { behindProxy: trustedProxies > 0, largestBody: documentBody })

  function route(request: IncomingMessage, response: ServerResponse): void {
    if (refuses(request, response, security)) return
    const reading = request.method === 'GET' || request.method === 'HEAD'
    if (reading) {
      const url = request.url ?? ''
      const ready = pages.ready(url) ?? direct.ready(url)
      if (ready) {
        sendAnswer(request, response, ready)
        return
      }
    }
    const failed = (error: unknown) => fail(request, response, error)
    begin(turnOf(request, trustedProxies), async () => {
      // The visitor may have disconnected while waiting.
      if (response.destroyed) return
      const target = checkTarget(request.url ?? '')
      if (typeof target === 'number') sendError(request, response, target, security)
      else answer(request, response, target, reading)?.catch(failed)
      await setImmediate()
    }).catch(failed)
  }

  /** Answers a request. @returns a promise if the answer takes time */
  function answer(request: IncomingMessage, response: ServerResponse, target: Target, reading: boolean) {
    const { path, query } = target
    const file = reading ? files.get(path) : undefined
    if (file) return file.then((found) => sendAnswer(request, response, found))
    const place = surface(path)
    if (place === 'nowhere' || (place !== 'here' && !reading)) return sendError(request, response, 404, security)
    if (place !== 'here') return sendElsewhere(response, 307, place.location + (query && `?${query}`), security)
    const spelt = oneSpelling(path)
    if (reading && spelt !== path) return sendElsewhere(response, 308, spelt + (query && `?${query}`), security)
    const called = direct.answer(request, response, path, query)
    if (called) return called.catch(toDatabaseAway)
    if (parts.mailbox && /^\/mailbox(?:\/|$)/.test(path)) return showMailbox(request, response, parts.mailbox, reading)
    if (frameworkPaths.test(path)) return forward(request, response, path)
    if (!reading) return sendError(request, response, 405, security, { headers: ['Allow', 'GET, HEAD'] })
    return pages
      .get(path, query, request.headers['accept-language'], turnOf(request, trustedProxies))
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

  function forward(request: IncomingMessage, response: ServerResponse, path: string) {
    if (path.startsWith('/_next/static/')) return sendError(request, response, 404, security)
    const limit = fileBodies.get(path) ?? (path.startsWith('/admin') ? adminBody : publicBody)
    // Next.js reads the stream itself: only a stated length can be enforced.
    if (request.headers['transfer-encoding'] !== undefined) return sendError(request, response, 411, security)
    if (Number(request.headers['content-length'] ?? 0) > limit) return sendError(request, response, 413, security)
    // Endpoints that take files read the stream themselves, and authenticate first.
    if (fileBodies.has(path)) return toFramework(request, response)
    const inTurn = staffPaths.test(path) ? forStaff : forOthers
    const turn = turnOf(request, trustedProxies)
    // The visitor may have disconnected while waiting.
    const ask = async () => (response.destroyed ? undefined : toFramework(request, response))
    if (request.method !== 'POST') return inTurn(turn, ask)
    const action = path.startsWith('/admin') && asksForAction(request)
    // Read the whole body first, so that a slow sender holds no turn.
    const whole = action ? checkAction(request, limit, parts.actions, siteUrl) : readBody(request, limit)
    return whole.then((body) => {
      if (typeof body !== 'number') return inTurn(turn, () => toFramework(request, response, body))
      const headers = body === 404 ? ['X-Nextjs-Action-Not-Found', '1'] : []
      return sendError(request, response, body, security, { headers })
    })
  }

  function toFramework(request: IncomingMessage, response: ServerResponse, body?: Buffer) {
    setClientAddress(request, trustedProxies)
    request.headers['x-forwarded-proto'] = secure ? 'https' : 'http'
    // Next.js sets its other headers itself (next.config.js).
    return parts.framework(request, response, secure ? ['Strict-Transport-Security', strictTransport] : [], body)
  }

  function fail(request: IncomingMessage, response: ServerResponse, error: unknown) {
    // A visitor who has left is no error.
    if (response.destroyed) return
    const isBusy = error instanceof Busy || error instanceof DatabaseAway || isGivenUp(error)
    if (isBusy) return sendError(request, response, 503, security, { headers: ['Retry-After', '2'] })
    sendError(request, response, 500, security, { reference: logUnexpected('a request failed', error) })
  }
}

/** Turns a direct route's lost connection into `DatabaseAway` (503). @throws DatabaseAway, or the error unchanged */
function toDatabaseAway(error: unknown): never {
  throw isAway(error) ? new DatabaseAway('the database does not answer', { cause: error }) : error
}

/** Redirects to another address: for now (307), or permanently (308). */
function sendElsewhere(response: ServerResponse, status: 307 | 308, location: string, security: string[]): void {
  response
    .writeHead(status, ['Location', location, 'Cache-Control', 'no-store', 'Content-Length', '0', ...security])
    .end()
}
