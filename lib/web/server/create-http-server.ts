import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'

const seconds = 1000

/**
 * A Node HTTP server with the limits of a public site. Whoever sends headers or a body slowly, or reads nothing, is cut
 * off: headers within 10 s, the whole request within 15 s, no socket silent for 30 s.
 * @param largestBody bytes; a client that first asks (`Expect: 100-continue`) is not invited to send more
 */
export function createHttpServer(
  listener: RequestListener,
  { behindProxy, largestBody }: { behindProxy: boolean; largestBody: number },
): Server {
  const server = createServer({
    headersTimeout: 10 * seconds,
    requestTimeout: 15 * seconds,
    connectionsCheckingInterval: 1 * seconds,
    // Longer than a reverse proxy keeps its idle connections (nginx: 60 s), or it would write into a closing one.
    keepAliveTimeout: (behindProxy ? 75 : 10) * seconds,
    maxHeaderSize: 16 * 1024,
  })
  server.timeout = 30 * seconds
  server.maxHeadersCount = 100
  server.maxConnections = 20_000
  server.on('request', listener)
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (Number(request.headers['content-length'] ?? 0) <= largestBody) response.writeContinue()
    listener(request, response)
  })
  return server
}
