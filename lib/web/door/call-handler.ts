import type { IncomingMessage, ServerResponse } from 'node:http'
import { toWebRequest } from './web-request'

/** A function exported by a `route.ts`. */
export type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>

/**
 * Calls a route handler with a web Request made from Node's, and sends its Response. The body is already whole, so
 * nothing streams.
 */
export async function callHandler(
  handler: Handler,
  request: IncomingMessage,
  body: Buffer | undefined,
  params: Record<string, string>,
  siteUrl: string,
): Promise<Response> {
  return handler(toWebRequest(request, body, siteUrl), { params: Promise.resolve(params) })
}

/** @param security headers every answer of the door carries; the handler's own win */
export async function sendResponse(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Response,
  security: string[],
) {
  const body = answer.body === null ? undefined : Buffer.from(await answer.arrayBuffer())
  const headers: string[] = []
  for (const [name, value] of answer.headers) headers.push(name, value)
  for (let i = 0; i + 1 < security.length; i += 2) {
    const name = security[i] ?? ''
    if (!answer.headers.has(name)) headers.push(name, security[i + 1] ?? '')
  }
  headers.push('Content-Length', String(body?.length ?? 0))
  response.writeHead(answer.status, headers)
  response.end(request.method === 'HEAD' ? undefined : body)
}
