import type { IncomingMessage, ServerResponse } from 'node:http'
import { setImmediate } from 'node:timers/promises'
import { PATIENCE } from '@/lib/failover/limits'
import { isLocale } from '@/messages/translator'
import type { GetFrame } from './cached-frames'
import { setClientAddress, turnOfChecked } from './client-address'
import { callDirectRoute, type DirectRoute, type DirectRouteMatch, findDirectRoute } from './direct-routes'
import { sendError } from './error-answer'
import { flatHeaders } from './flat-headers'
import { type Fairly, limitFairly } from './limit-fairly'
import { limitFileMemory } from './limit-file-memory'
import { type Answer, isText, makeAnswer } from './make-answer'
import { createPageStore } from './page-store'
import { readBody } from './read-body'
import { sendAnswer } from './send-answer'
import { sendResponse } from './send-response'
import type { Pages } from './serve-pages'
import { toWebRequest } from './web-request'

export interface DirectRoutes {
  /** The cached answer for exactly this target, without waiting; undefined if there is none that is fresh. */
  ready(target: string): Answer | undefined
  /** Answers the request if the table has a route for it. @returns undefined if it has none */
  answer(request: IncomingMessage, response: ServerResponse, path: string, query: string): Promise<void> | undefined
}

interface Options {
  siteUrl: string
  security: string[]
  trustedProxies: number
  largestBody: number
  frame: GetFrame
  pages: Pick<Pages, 'get'>
}

/** Serves endpoints without passing through Next.js, by the same functions that their `route.ts` exports. */
export function serveDirectRoute(table: DirectRoute[], options: Options): DirectRoutes {
  const find = findDirectRoute(table)
  // One answer for everybody: nothing of the request that happened to come first is part of it.
  const store = createPageStore(
    async (key, known) => {
      const match = find('GET', key.split('?', 1)[0] ?? '')
      if (!match) throw new Error('only what the table has is kept')
      const made = await callDirectRoute(match, new Request(options.siteUrl + key), {
        frame: options.frame,
        page: notShared,
      })
      if (!(made instanceof Response)) throw new Error('one person’s page is not kept')
      const response = made
      // Not found is not cached: made-up addresses would push out real pages.
      const keepFor = response.status === 200 ? (match.endpoint.keepFor ?? 0) : 0
      return { answer: await toAnswer(response, options.security, known), keepFor }
    },
    { max: 2000, maxSize: 32 * 1024 * 1024, longestStale: 2000 },
  )

  // While the database fails over, the requests whose turn has come wait for it, and the others behind them, as long as
  // a form does.
  const turns = { each: 512, waiting: 4096, patience: PATIENCE }
  // More at once would only wait for connections to the database, and fail after five seconds.
  const places = limitFairly({ ...turns, running: 64 })
  // They begin one after the other, and incoming requests are read between two of them: otherwise hundreds would be
  // made before anybody's confirmation is.
  const beginning = limitFairly({ ...turns, running: 1 })
  const alone = limitFairly({ ...turns, running: 1 })
  const lanes: Record<NonNullable<DirectRoute['inTurn']>, Fairly> = {
    waits: (network, task) => places(network, () => beginning(network, () => setImmediate()).then(task)),
    computes: (network, task) => alone(network, () => setImmediate().then(task)),
  }
  const reserve = limitFileMemory()

  async function keepable(request: IncomingMessage, response: ServerResponse, key: string) {
    sendAnswer(request, response, await store.get(key))
  }

  async function direct(request: IncomingMessage, response: ServerResponse, match: DirectRouteMatch) {
    setClientAddress(request, options.trustedProxies)
    const language = request.headers['accept-language']
    const page = (path: string, query = '') => options.pages.get(path, query, language, turnOfChecked(request))
    const body = match.endpoint.method === 'POST' ? await readBody(request, options.largestBody) : undefined
    if (typeof body === 'number') return sendError(request, response, body, options.security)
    // A body sent in chunks now has a known length, too.
    if (body) request.headers['content-length'] = String(body.length)
    const call = () =>
      callDirectRoute(match, toWebRequest(request, body, options.siteUrl), { frame: options.frame, page })
    const { inTurn } = match.endpoint
    // The visitor may have disconnected while waiting.
    const turn = async () => (response.destroyed ? null : call())
    const made = await (inTurn ? lanes[inTurn](turnOfChecked(request), turn) : call())
    if (!made) return
    if ('variants' in made) return sendAnswer(request, response, made)
    await sendResponse(response, made, options.security, (file) => reserve(turnOfChecked(request), file))
  }

  return {
    ready: (target) => store.fresh(target),
    answer(request, response, path, query) {
      const match = find(request.method ?? '', path)
      if (!match) return undefined
      const key = keyOf(match.endpoint, path, query)
      return key === null ? direct(request, response, match) : keepable(request, response, key)
    },
  }
}

function notShared(): never {
  throw new Error('a page is made in the turn of one visitor')
}

/** The key under which an answer is cached; null if it is for this request alone, or refuses its query. */
function keyOf({ keepFor, byLocale }: DirectRoute, path: string, query: string): string | null {
  if (keepFor === undefined) return null
  const [locale, ...more] = byLocale ? new URLSearchParams(query).getAll('locale') : []
  if (!locale && more.length === 0) return path
  return locale && isLocale(locale) && more.length === 0 ? `${path}?locale=${locale}` : null
}

async function toAnswer(response: Response, security: string[], known: Answer | undefined): Promise<Answer> {
  if (response.status >= 500) throw new Error(`the endpoint answered ${response.status}`)
  const headers = flatHeaders(response.headers, security)
  const body = Buffer.from(await response.arrayBuffer())
  const compress = isText(response.headers.get('content-type') ?? '')
  return makeAnswer({ status: response.status, headers, body, compress }, known)
}
