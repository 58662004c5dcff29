import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A site of somebody else, which shows the markup: of another origin and, to a browser, another site than `localhost`.
 * @returns its address, and how to take it down
 */
export async function otherSite(markup: string): Promise<{ url: string; close: () => void }> {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A member</title></head><body><main><h1>A member’s own page</h1>${markup}</main></body></html>`
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end(html))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close }
}
