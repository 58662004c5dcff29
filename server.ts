import cluster from 'node:cluster'
import { GET as signature } from '@/app/[locale]/signature/[token]/answer'
import { GET as again } from '@/app/again/route'
import { POST as confirm } from '@/app/api/v1/confirmations/route'
import { GET as count } from '@/app/api/v1/petitions/[slug]/count/route'
import { POST as sign } from '@/app/api/v1/petitions/[slug]/signatures/route'
import { POST as unsubscribe } from '@/app/api/v1/unsubscribe/route'
import { GET as home } from '@/app/route'
import { closeDb } from '@/lib/db'
import { env } from '@/lib/env'
import { startWorkerThread } from '@/lib/jobs/start-worker-thread'
import { startWorker } from '@/lib/jobs/worker'
import { isLocalSite } from '@/lib/local-site'
import { logUnexpected } from '@/lib/web/log-unexpected'
import { mailboxResponse } from '@/lib/web/mailbox'
import { createSiteServer } from '@/lib/web/server/create-site-server'
import { develop } from '@/lib/web/server/develop'
import type { DirectRoute } from '@/lib/web/server/direct-routes'
import { gracefulShutdown } from '@/lib/web/server/graceful-shutdown'
import { keepFrames } from '@/lib/web/server/keep-frames'
import { readActions } from '@/lib/web/server/read-actions'
import { readRoutes } from '@/lib/web/server/read-routes'
import { securityHeaders } from '@/lib/web/server/security-headers'
import { servePages } from '@/lib/web/server/serve-pages'
import { startFramework } from '@/lib/web/server/start-framework'
import { listStaticFiles } from '@/lib/web/server/static-files'
import { runWebProcesses } from '@/lib/web/server/web-processes'

const {
  SITE_URL: siteUrl,
  PORT: port,
  TRUST_PROXY: trustedProxies,
  ROLE: role,
  WEB_PROCESSES: webProcesses,
  MAIL_DRIVER: mail,
  ONION_URL: onionUrl,
} = env()

/** Where no mail leaves the machine, and nobody else comes to the site, it is read here. */
const mailbox = mail === 'outbox' && isLocalSite(siteUrl) ? mailboxResponse : undefined

/** Answered by the functions of their own route.ts, without passing through the framework. */
const hot: DirectRoute[] = [
  { method: 'POST', route: '/api/v1/petitions/[slug]/signatures', handler: sign },
  { method: 'POST', route: '/api/v1/confirmations', handler: confirm },
  // Mail programs post here in their own ways, also in chunks, which the framework's road does not take.
  { method: 'POST', route: '/api/v1/unsubscribe', handler: unsubscribe },
  { method: 'GET', route: '/api/v1/petitions/[slug]/count', handler: count, keepFor: 1000 },
  { method: 'GET', route: '/[locale]/signature/[token]', handler: signature },
  { method: 'GET', route: '/', handler: home },
  { method: 'GET', route: '/again', handler: again },
]

process.on('unhandledRejection', (error) => void logUnexpected('a promise failed', error))

if (process.env.NODE_ENV === 'development') {
  const { server, close } = await develop({ siteUrl, port, mailbox })
  const worker = role === 'all' ? startWorker() : undefined
  await gracefulShutdown(server, port, [() => worker?.stop(), close, closeDb], 500)
} else if (webProcesses > 1 && cluster.isPrimary) {
  const worker = startWorkerIfHere()
  await runWebProcesses(webProcesses, [() => worker?.stop(), closeDb])
} else {
  const framework = await startFramework(new URL('framework.js', import.meta.url), { siteUrl, port })
  const security = securityHeaders(siteUrl)
  const pages = servePages(framework.ask, security, await readRoutes(process.cwd()), onionUrl)
  const files = await listStaticFiles(process.cwd(), security)
  const server = createSiteServer({
    siteUrl,
    security,
    trustedProxies,
    pages,
    files,
    hot,
    frame: keepFrames(framework.ask),
    framework: framework.pass,
    actions: await readActions(process.cwd()),
    mailbox,
  })
  const worker = cluster.isPrimary ? startWorkerIfHere() : undefined
  await gracefulShutdown(server, port, [() => framework.stop(), () => worker?.stop(), closeDb])
}

function startWorkerIfHere() {
  return role === 'all' ? startWorkerThread(new URL('worker.js', import.meta.url)) : undefined
}
