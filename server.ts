import cluster from 'node:cluster'
import { directRoutes } from '@/app/direct-routes'
import { closeDb } from '@/lib/db'
import { isAnswering } from '@/lib/failover/keep-trying'
import { logAsJson } from '@/lib/json-console'
import { isLocalSite } from '@/lib/local-site'
import { wantsMetrics } from '@/lib/metrics/note'
import { outliveLog } from '@/lib/outlive-log'
import { watchWorker } from '@/lib/overview/watch-worker'
import { settingsOrExit } from '@/lib/settings-or-exit'
import { isThere } from '@/lib/web/is-there'
import { logUnexpected } from '@/lib/web/log-unexpected'
import { mailboxResponse } from '@/lib/web/mailbox'
import { observeRequests } from '@/lib/web/metrics/observe-requests'
import { startMetrics } from '@/lib/web/metrics/start-metrics'
import { cacheFrames } from '@/lib/web/server/cached-frames'
import { createSiteServer } from '@/lib/web/server/create-site-server'
import { develop } from '@/lib/web/server/develop'
import { gracefulShutdown } from '@/lib/web/server/graceful-shutdown'
import { limitHeapGrowth } from '@/lib/web/server/limit-heap-growth'
import { readActions } from '@/lib/web/server/read-actions'
import { readRoutes } from '@/lib/web/server/read-routes'
import { securityHeaders } from '@/lib/web/server/security-headers'
import { servePages } from '@/lib/web/server/serve-pages'
import { startFramework } from '@/lib/web/server/start-framework'
import { listStaticFiles } from '@/lib/web/server/static-files'
import { adminSurface, publicSurface, wholeSite } from '@/lib/web/server/surface'
import { watchChanges } from '@/lib/web/server/watch-changes'
import { runWebProcesses } from '@/lib/web/server/web-processes'
import { startWorkerThread } from '@/lib/worker/start-worker-thread'
import { startWorker } from '@/lib/worker/worker'
import { sourceLocale } from '@/messages/translator'

limitHeapGrowth()
outliveLog()
logAsJson()

const {
  SITE_URL: siteUrl,
  ADMIN_URL: adminUrl,
  PORT: port,
  TRUST_PROXY: trustedProxies,
  ROLE: role,
  WEB_PROCESSES: webProcesses,
  MAIL_DRIVER: mail,
  ONION_URL: onionUrl,
} = settingsOrExit()

if (role === 'worker') {
  console.error('ROLE=worker is no server: start it with `node dist/worker.js`.')
  process.exit(1)
}

/** Where the outside reaches this process. */
const ownUrl = role === 'admin' ? adminUrl : siteUrl
const surface = { all: wholeSite, web: publicSurface, admin: adminSurface(siteUrl) }[role]

/** Where no mail leaves the machine, and nobody else comes to the site, it is read here. */
const mailbox = role !== 'admin' && mail === 'outbox' && isLocalSite(siteUrl) ? mailboxResponse : undefined

process.on('unhandledRejection', (error) => void logUnexpected('a promise failed', error))

if (process.env.NODE_ENV === 'development') {
  const { server, close } = await develop({ siteUrl: ownUrl, port, mailbox })
  const worker = role === 'all' ? startWorker() : undefined
  await gracefulShutdown(server, port, [() => worker?.stop(), close, closeDb], { patience: 500 })
} else if (webProcesses > 1 && cluster.isPrimary) {
  const stopMetrics = await startMetrics()
  const worker = startWorkerIfHere()
  const stopWatching = watchWorkerIfStaffAreHere()
  await runWebProcesses(webProcesses, [() => worker?.stop(), () => stopWatching?.(), stopMetrics, closeDb])
} else {
  const stopMetrics = await startMetrics()
  const framework = await startFramework(new URL('framework.js', import.meta.url), { siteUrl: ownUrl, port })
  const security = securityHeaders(ownUrl)
  const changes = role === 'admin' ? undefined : watchChanges()
  const routes = await readRoutes(process.cwd())
  const pages = servePages(framework.ask, security, routes, isThere, onionUrl, changes)
  const files = await listStaticFiles(process.cwd(), security)
  const server = createSiteServer({
    siteUrl: ownUrl,
    surface,
    security,
    trustedProxies,
    pages,
    files,
    directRoutes: role === 'admin' ? [] : directRoutes,
    frame: cacheFrames(framework.ask),
    framework: framework.pass,
    actions: await readActions(process.cwd()),
    mailbox,
  })
  if (wantsMetrics()) observeRequests(server)
  const worker = cluster.isPrimary ? startWorkerIfHere() : undefined
  // The framework loads most of its code for its first page, which takes seconds on a busy machine: no visitor waits
  // for that. Without a database it cannot make one, and the server starts all the same.
  if (role !== 'admin') await pages.get(`/${sourceLocale}`, '', undefined).catch(() => undefined)
  // The admin area has one process: there is no other to send anybody to.
  const notice = trustedProxies > 0 && role === 'web' ? 6_000 : 0
  const stopWatching = cluster.isPrimary ? watchWorkerIfStaffAreHere() : undefined
  const behind = [
    () => framework.stop(),
    () => worker?.stop(),
    () => stopWatching?.(),
    () => changes?.stop(),
    stopMetrics,
    closeDb,
  ]
  await gracefulShutdown(server, port, behind, { notice, isAnswering })
}

function startWorkerIfHere() {
  return role === 'all' ? startWorkerThread(new URL('worker.js', import.meta.url)) : undefined
}

/** The public process does not know who the owners are. */
function watchWorkerIfStaffAreHere() {
  return role === 'web' ? undefined : watchWorker()
}
