import type { RequestListener, Server } from 'node:http'
import { createDevelopmentServer } from './create-development-server'

interface Options {
  siteUrl: string
  port: number
  mailbox: ((request: Request) => Promise<Response>) | undefined
}

/** The site while developing: the framework in this thread, with hot reload. It is loaded only here: it changes much in its thread. */
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
