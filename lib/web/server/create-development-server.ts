import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import { refuses } from './check-request'
import { checkTarget } from './check-target'
import { isLoopback, setClientAddress } from './client-address'
import { createHttpServer } from './create-http-server'
import { sendError } from './error-answer'
import { sendResponse } from './send-response'
import { toWebRequest } from './web-request'

interface DevelopmentParts {
  siteUrl: string
  framework: RequestListener
  mailbox?: ((request: Request) => Promise<Response>) | undefined
}

/**
 * The server for development: the same limits and trusted headers, but everything comes straight from Next.js, with its
 * scripts for hot reload, and nothing is cached.
 */
export function createDevelopmentServer({ siteUrl, framework, mailbox }: DevelopmentParts): Server {
  const server = createHttpServer(route, { behindProxy: false, largestBody: Number.POSITIVE_INFINITY })
  // The first request for a page waits until it is compiled.
  server.timeout = 0
  return server

  function route(request: IncomingMessage, response: ServerResponse): void {
    if (refuses(request, response, [])) return
    const target = checkTarget(request.url ?? '')
    if (typeof target === 'number') {
      sendError(request, response, target, [])
    } else if (mailbox && /^\/mailbox(?:\/|$)/.test(target.path) && isLoopback(request)) {
      mailbox(toWebRequest(request, undefined, siteUrl)).then(
        (made) => sendResponse(response, made, []),
        () => sendError(request, response, 500, []),
      )
    } else {
      setClientAddress(request, 0)
      framework(request, response)
    }
  }
}
