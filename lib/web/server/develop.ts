import type { RequestListener, Server } from 'node:http'
import { createDevelopmentServer } from './create-development-server'

interface Options {
  siteUrl: string
  port: number
  mailbox: ((request: Request) => Promise<Response>) | undefined
}

/**
 * The site in development: Next.js in this thread, with hot reload. Loaded only here, because it changes globals of its
 * thread.
 */
export async function develop({
  siteUrl,
  port,
  mailbox,
}: Options): Promise<{ server: Server; close(): Promise<void> }> {
  const { default: next } = await import('next')
  const framework: RequestListener = (request, response) => void handle(request, response)
  const server = createDevelopmentServer({ siteUrl, framework, mailbox })
  const app = next({ dev: true, port, httpServer: server })
  const handle = app.getRequestHandler()
  await app.prepare()
  return { server, close: () => app.close() }
}
