import next from 'next'
import { closeDb } from '@/lib/db'
import { env } from '@/lib/env'
import { openInnerListener } from '@/lib/web/door/inner-listener'
import { openDoor } from '@/lib/web/door/open-door'
import { securityHeaders } from '@/lib/web/door/security-headers'
import { servePages } from '@/lib/web/door/serve-pages'
import { listStaticFiles } from '@/lib/web/door/static-files'
import { stopGracefully } from '@/lib/web/door/stop-gracefully'

const { SITE_URL: siteUrl, PORT: port } = env()
const security = securityHeaders(siteUrl)
const app = next({ dev: false, port })
await app.prepare()
const framework = app.getRequestHandler()
const inner = await openInnerListener((request, response) => void framework(request, response), siteUrl)

const server = openDoor({
  siteUrl,
  security,
  trustedProxies: 0,
  pages: servePages(inner, { security, missingPath: () => '/en/missing', parameters: () => [] }),
  files: await listStaticFiles(process.cwd(), security),
  hot: [],
  framework: (request, response) => void framework(request, response),
})
server.listen(port, () => console.log(`${siteUrl}`))

process.once('SIGTERM', () => void stop())
process.once('SIGINT', () => void stop())
async function stop() {
  await stopGracefully(server, [() => inner.close(), () => app.close(), closeDb])
  process.exit(0)
}
