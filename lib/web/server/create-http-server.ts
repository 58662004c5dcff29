import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'

const seconds = 1000

/**
 * A Node HTTP server with the limits of a public site. Slow clients are cut off: headers within 10 s, the whole request
 * within 15 s, no socket silent for 45 s, which is longer than a form waits for the database.
 * @param largestBody in bytes; a client that asks first (`Expect: 100-continue`) is refused if it announces more
 */
export function createHttpServer(
  listener: RequestListener,
  { behindProxy, largestBody }: { behindProxy: boolean; largestBody: number },
): Server {
  const server = createServer({
    headersTimeout: 10 * seconds,
    requestTimeout: 15 * seconds,
    connectionsCheckingInterval: 1 * seconds,
    // Longer than a reverse proxy keeps idle connections (nginx: 60 s); otherwise the proxy would write into a closing
    // one.
    keepAliveTimeout: (behindProxy ? 75 : 10) * seconds,
    maxHeaderSize: 16 * 1024,
  })
  server.timeout = 45 * seconds
  server.maxHeadersCount = 100
  server.maxConnections = 20_000
  server.on('request', listener)
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (Number(request.headers['content-length'] ?? 0) <= largestBody) response.writeContinue()
    listener(request, response)
  })
  return server
}
