import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll } from 'vitest'
import { findCount } from '@/lib/petitions/find-count'
import { answerLedgerFile } from '@/lib/web/answer-ledger-file'

/**
 * Serves the ledgers of the test's database over HTTP, as the site does, while the tests of the file run.
 * @returns `address` returns a log's address; `alter` may replace a file's bytes
 */
export function serveLedger(): { address(slug: string): string; alter: Map<string, string | null> } {
  const alter = new Map<string, string | null>()
  const server = createServer((request, response) => {
    void answer(request.url ?? '').then(async (made) => {
      response.writeHead(made.status, Object.fromEntries(made.headers)).end(Buffer.from(await made.arrayBuffer()))
    })
  })

  async function answer(url: string): Promise<Response> {
    const [, slug, path] = /^\/ledger\/([^/]+)\/(.+)$/.exec(url) ?? []
    if (slug && path) {
      const other = alter.get(path)
      if (other === null) return new Response('', { status: 404 })
      return other === undefined ? answerLedgerFile(slug, path) : new Response(other)
    }
    const count = await findCount(/petitions\/([^/]+)\/count$/.exec(url)?.[1] ?? '')
    return count
      ? Response.json({ ...count, ...(alter.has('count') ? { count: Number(alter.get('count')) } : {}) })
      : new Response('', { status: 404 })
  }

  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
  afterAll(() => new Promise((resolve) => server.close(resolve)))
  return { address: (slug) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/ledger/${slug}`, alter }
}
