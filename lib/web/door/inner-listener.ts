import { randomBytes } from 'node:crypto'
import {
  Agent,
  createServer,
  type IncomingMessage,
  type RequestListener,
  type RequestOptions,
  request,
  type Server,
} from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the framework answered: status, headers in lower case, whole body. */
export interface Upstream {
  status: number
  headers: IncomingMessage['headers']
  body: Buffer
}

export interface InnerListener {
  server: Server
  /** @throws Error when the framework does not answer whole within 10 s or with more than 4 MB */
  ask(target: string): Promise<Upstream>
  close(): void
}

const timeout = 10_000
const largest = 4 * 1024 * 1024

/**
 * A loopback listener through which the door asks the framework for public pages. The request carries nothing of the
 * visitor: same host, no cookies, no address, so that what comes back may be shown to anyone. A secret keeps other
 * programs on this machine from talking to the framework around the door.
 */
export async function openInnerListener(handle: RequestListener, siteUrl: string): Promise<InnerListener> {
  const secret = randomBytes(16).toString('hex')
  const server = createServer((incoming, response) => {
    if (incoming.headers['x-door'] !== secret) return void response.writeHead(404).end()
    delete incoming.headers['x-door']
    handle(incoming, response)
  })
  // Closing idle connections is left to the agent below: one that this side closes just as a request goes out on it
  // is a page that failed.
  server.keepAliveTimeout = 0
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const site = new URL(siteUrl)
  const agent = new Agent({ keepAlive: true })
  const headers = {
    host: site.host,
    accept: 'text/html',
    'x-door': secret,
    'x-forwarded-proto': site.protocol.slice(0, -1),
    'x-forwarded-host': site.host,
  }
  return {
    server,
    ask: (target) => ask({ host: '127.0.0.1', port, path: target, agent, headers }),
    close() {
      agent.destroy()
      server.close()
      server.closeAllConnections()
    },
  }
}

function ask(options: RequestOptions): Promise<Upstream> {
  return new Promise((resolve, reject) => {
    const asked = request(options, (incoming) => {
      const chunks: Buffer[] = []
      let size = 0
      incoming.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > largest) asked.destroy(new Error('page is larger than 4 MB'))
        chunks.push(chunk)
      })
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode ?? 500, headers: incoming.headers, body: Buffer.concat(chunks) }),
      )
      incoming.on('error', reject)
    })
    const timer = setTimeout(() => asked.destroy(new Error('page took longer than 10 s')), timeout)
    asked.on('error', reject)
    asked.on('close', () => clearTimeout(timer))
    asked.end()
  })
}
