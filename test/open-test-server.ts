import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'
import { createSiteServer, type SiteServerParts } from '@/lib/web/server/create-site-server'
import { securityHeaders } from '@/lib/web/server/security-headers'
import { servePages } from '@/lib/web/server/serve-pages'
import type { Upstream } from '@/lib/web/server/upstream'
import { fakeUpstream, html } from './fake-upstream'

const open: (() => Promise<unknown>)[] = []
afterAll(async () => void (await Promise.all(open.splice(0).map((close) => close()))))

/** A site server on a free port in front of a fake Next.js; closed after the file's tests. */
export async function openTestServer(
  parts: Partial<SiteServerParts> = {},
  answer: (target: string) => Partial<Upstream> | Promise<Partial<Upstream>> = pageOf,
  isThere: (path: string) => Promise<boolean> = async () => true,
) {
  const siteUrl = parts.siteUrl ?? 'http://localhost:3000'
  const security = securityHeaders(siteUrl)
  const upstream = fakeUpstream(answer)
  const pages = servePages(upstream.ask, security, () => true, isThere)
  const files = { get: () => undefined }
  const framework = async (_: IncomingMessage, response: ServerResponse) => void response.end('from the framework')
  const server = createSiteServer({
    siteUrl,
    security,
    trustedProxies: 0,
    pages,
    files,
    directRoutes: [],
    frame: async () => '',
    framework,
    actions: new Set(['a1'.repeat(21)]),
    ...parts,
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  open.push(() => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  })
  return { server, port, url: `http://127.0.0.1:${port}`, pages, asked: upstream.asked }
}

function pageOf(target: string) {
  return target.includes('none') ? { status: 404 } : { body: html(target) }
}
