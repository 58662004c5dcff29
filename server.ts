import type { RequestListener } from 'node:http'
import next from 'next'
import { POST as confirm } from '@/app/api/v1/confirmations/route'
import { GET as count } from '@/app/api/v1/petitions/[slug]/count/route'
import { POST as sign } from '@/app/api/v1/petitions/[slug]/signatures/route'
import { GET as home } from '@/app/route'
import { closeDb } from '@/lib/db'
import { env } from '@/lib/env'
import { startWorkerThread } from '@/lib/jobs/start-worker-thread'
import { startWorker } from '@/lib/jobs/worker'
import type { HotEndpoint } from '@/lib/web/door/hot-endpoints'
import { openInnerListener } from '@/lib/web/door/inner-listener'
import { openDevelopmentDoor } from '@/lib/web/door/open-development-door'
import { openDoor } from '@/lib/web/door/open-door'
import { readRoutes } from '@/lib/web/door/read-routes'
import { securityHeaders } from '@/lib/web/door/security-headers'
import { servePages } from '@/lib/web/door/serve-pages'
import { listStaticFiles } from '@/lib/web/door/static-files'
import { untilStopped } from '@/lib/web/door/until-stopped'
import { mailboxResponse } from '@/lib/web/mailbox'

const { SITE_URL: siteUrl, PORT: port, TRUST_PROXY: trustedProxies, ROLE: role, MAIL_DRIVER: mail } = env()

/** Where no mail leaves the machine, it is read here. */
const mailbox = mail === 'outbox' ? mailboxResponse : undefined

/** Answered by the functions of their own route.ts, without passing through the framework. */
const hot: HotEndpoint[] = [
  { method: 'POST', route: '/api/v1/petitions/[slug]/signatures', handler: sign },
  { method: 'POST', route: '/api/v1/confirmations', handler: confirm },
  { method: 'GET', route: '/api/v1/petitions/[slug]/count', handler: count, keepFor: 1000 },
  { method: 'GET', route: '/', handler: home },
]

try {
  await (process.env.NODE_ENV === 'development' ? develop() : serve())
} catch (error) {
  // The framework catches what nobody catches, and a process without a door would live on.
  console.error(error)
  process.exit(1)
}

async function serve() {
  const security = securityHeaders(siteUrl)
  const framework: RequestListener = (request, response) => void handle(request, response)
  const inner = await openInnerListener(framework, siteUrl)
  const app = next({ dev: false, port, httpServer: inner.server })
  const handle = app.getRequestHandler()
  await app.prepare()

  const pages = servePages(inner, security, await readRoutes(process.cwd()))
  const files = await listStaticFiles(process.cwd(), security)
  const server = openDoor({ siteUrl, security, trustedProxies, pages, files, hot, framework, mailbox })
  const worker = role === 'all' ? startWorkerThread(new URL('worker.js', import.meta.url)) : undefined
  await untilStopped(server, port, [() => inner.close(), () => worker?.stop(), () => app.close(), closeDb])
}

async function develop() {
  const framework: RequestListener = (request, response) => void handle(request, response)
  const server = openDevelopmentDoor({ siteUrl, framework, mailbox })
  const app = next({ dev: true, port, httpServer: server })
  const handle = app.getRequestHandler()
  await app.prepare()
  const worker = role === 'all' ? startWorker() : undefined
  await untilStopped(server, port, [() => worker?.stop(), () => app.close(), closeDb])
}
