import type { IncomingMessage, ServerResponse } from 'node:http'
import { setClientAddress } from './client-address'
import { callDirectRoute, type DirectRoute, type DirectRouteMatch, findDirectRoute } from './direct-routes'
import { sendError } from './error-answer'
import { flatHeaders } from './flat-headers'
import type { GetFrame } from './keep-frames'
import { type Answer, makeAnswer } from './make-answer'
import { createPageStore } from './page-store'
import { readBody } from './read-body'
import { sendAnswer } from './send-answer'
import { sendResponse } from './send-response'
import { toWebRequest } from './web-request'

export interface DirectRoutes {
  /** A kept answer at exactly this target, without waiting. */
  ready(target: string): Answer | undefined
  /** Answers the request if it is one of the table's; undefined when it is not. */
  answer(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> | undefined
}

interface Options {
  siteUrl: string
  security: string[]
  trustedProxies: number
  largestBody: number
  frame: GetFrame
}

/** Endpoints that answer without passing through the framework, by the same functions that their `route.ts` exports. */
export function serveDirectRoute(table: DirectRoute[], options: Options): DirectRoutes {
  const find = findDirectRoute(table)
  // Everybody's answer: made without anything of the request that happened to come first.
  const store = createPageStore(
    async (path, known) => {
      const match = find('GET', path)
      if (!match) throw new Error('only what the table has is kept')
      const response = await callDirectRoute(match, new Request(options.siteUrl + path), options.frame)
      return { answer: await toAnswer(response, options.security, known), keepFor: match.endpoint.keepFor ?? 0 }
    },
    { max: 1000, maxSize: 4 * 1024 * 1024, longestStale: 2000 },
  )

  async function keepable(request: IncomingMessage, response: ServerResponse, path: string) {
    sendAnswer(request, response, await store.get(path))
  }

  async function direct(request: IncomingMessage, response: ServerResponse, match: DirectRouteMatch) {
    setClientAddress(request, options.trustedProxies)
    const body = match.endpoint.method === 'POST' ? await readBody(request, options.largestBody) : undefined
    if (typeof body === 'number') return sendError(request, response, body, options.security)
    // A body sent in chunks now has a known length, too.
    if (body) request.headers['content-length'] = String(body.length)
    const made = await callDirectRoute(match, toWebRequest(request, body, options.siteUrl), options.frame)
    await sendResponse(response, made, options.security)
  }

  return {
    ready: (target) => store.fresh(target),
    answer(request, response, path) {
      const match = find(request.method ?? '', path)
      if (!match) return undefined
      return match.endpoint.keepFor === undefined ? direct(request, response, match) : keepable(request, response, path)
    },
  }
}

async function toAnswer(response: Response, security: string[], known: Answer | undefined): Promise<Answer> {
  if (response.status >= 500) throw new Error(`the endpoint answered ${response.status}`)
  const headers = flatHeaders(response.headers, security)
  const body = Buffer.from(await response.arrayBuffer())
  return makeAnswer({ status: response.status, headers, body, compress: false }, known)
}
