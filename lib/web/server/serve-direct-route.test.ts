import { ServerResponse } from 'node:http'
import { describe, expect, it, vi } from 'vitest'
import { openTestServer } from '@/test/open-test-server'
import { rawRequest } from '@/test/raw-request'
import { withSharedBody } from '../shared-body'
import type { DirectRoute } from './direct-routes'

const echo: DirectRoute = {
  method: 'POST',
  route: '/api/v1/things/[slug]/echo',
  async handler(request: Request, { params }: { params: Promise<{ slug: string }> }) {
    const body = await request.text()
    const address = request.headers.get('x-client-address')
    return Response.json(
      { ...(await params), length: body.length, address },
      { headers: { 'x-frame-options': 'SAMEORIGIN' } },
    )
  },
}

const post = (url: string, body: BodyInit, headers = {}) =>
  fetch(url, { method: 'POST', body, headers, duplex: 'half' } as RequestInit)

describe('a direct route', () => {
  it('is called with what the framework would give it', async () => {
    const { url } = await openTestServer({ directRoutes: [echo] })
    const answer = await post(`${url}/api/v1/things/%EA%B9%80/echo?x=1`, 'abc', { 'x-client-address': '1.2.3.4' })
    expect(await answer.json()).toEqual({ slug: '김', length: 3, address: '127.0.0.1' })
    expect(answer.headers.get('x-frame-options')).toBe('SAMEORIGIN')
    expect(answer.headers.get('referrer-policy')).toBe('same-origin')
  })

  it('leaves other methods and paths to the framework', async () => {
    const { url } = await openTestServer({ directRoutes: [echo] })
    expect(await (await fetch(`${url}/api/v1/things/a/echo`)).text()).toBe('from the framework')
    expect(await (await post(`${url}/api/v1/things/a/echo/b`, 'abc')).text()).toBe('from the framework')
  })

  it('never sees more than 64 KB, said or not', async () => {
    const { url, port } = await openTestServer({ directRoutes: [echo] })
    const path = '/api/v1/things/a/echo'
    expect((await post(url + path, 'a'.repeat(65_536))).status).toBe(200)
    expect((await post(url + path, 'a'.repeat(65_537))).status).toBe(413)
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(16_384)),
    })
    await expect(post(url + path, endless).then(({ status }) => status)).resolves.toBe(413)
    const said = `POST ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 10000000\r\n\r\n`
    const answer = await rawRequest(port, (send) => send(said))
    expect(answer.status).toBe(413)
  })

  it('leads a browser that sent what is refused to a page it can reload', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const handler = () => Promise.reject(new Error('unexpected'))
    const { url } = await openTestServer({ directRoutes: [echo, { ...echo, route: '/api/v1/fails', handler }] })
    const asBrowser = { accept: 'text/html', 'accept-language': 'fr' }
    const led = async (path: string, body: string) => {
      const init = { method: 'POST', body, headers: asBrowser, redirect: 'manual' as const }
      const { status, headers } = await fetch(url + path, init)
      expect([status, headers.get('x-frame-options')]).toEqual([303, 'DENY'])
      return headers.get('location')
    }
    expect(await led('/api/v1/things/a/echo', 'a'.repeat(65_537))).toBe('/form-result?status=413&locale=fr')
    expect(await led('/api/x', 'a'.repeat(65_537))).toBe('/form-result?status=413&locale=fr')
    expect(await led('/api/v1/fails', 'a')).toMatch(/^\/form-result\?status=500&locale=fr&reference=[0-9A-F]{10}$/)
  })

  it('reads a body sent in chunks', async () => {
    const { url } = await openTestServer({ directRoutes: [echo] })
    const chunks = new ReadableStream({
      start(controller) {
        for (const text of ['ab', 'cd', 'e']) controller.enqueue(new TextEncoder().encode(text))
        controller.close()
      },
    })
    expect(await (await post(`${url}/api/v1/things/a/echo`, chunks)).json()).toMatchObject({ length: 5 })
  })

  it('is not invited to send what is too large', async () => {
    const { port } = await openTestServer({ directRoutes: [echo] })
    const ask = (length: number) =>
      rawRequest(port, (send) =>
        send(
          `POST /api/v1/things/a/echo HTTP/1.1\r\nHost: a\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: ${length}\r\n\r\n`,
        ),
      )
    expect((await ask(20_000_000)).status).toBe(413)
  })

  it('that throws gives a reference number, and its words stay in the log', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const handler = () => Promise.reject(new Error('relation "signature" does not exist'))
    const { url } = await openTestServer({ directRoutes: [{ ...echo, handler }] })
    const answer = await post(`${url}/api/v1/things/a/echo`, 'email=who%40example.org', { accept: 'application/json' })
    expect(answer.status).toBe(500)
    const { error, reference } = (await answer.json()) as { error: string; reference: string }
    expect(error).toBe('internal_error')
    const logged = log.mock.calls.flat().join()
    expect(logged).toContain(reference)
    expect(logged).not.toMatch(/\bwho\b|example\.org|things/)
  })
})

describe('a kept endpoint', () => {
  function counter(keepFor = 1000) {
    let calls = 0
    const seen: Request[] = []
    const endpoint: DirectRoute = {
      method: 'GET',
      route: '/api/v1/things/[slug]/count',
      keepFor,
      async handler(request: Request) {
        seen.push(request)
        const headers = { 'cache-control': 'public, max-age=5', 'access-control-allow-origin': '*' }
        return Response.json({ count: ++calls }, { headers })
      },
    }
    return { endpoint, seen }
  }

  it('answers everyone from one call', async () => {
    const { endpoint, seen } = counter()
    const { url } = await openTestServer({ directRoutes: [endpoint] })
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) => fetch(`${url}/api/v1/things/a/count?${i}`, { headers: { cookie: 'a=b' } })),
    )
    expect(await Promise.all(answers.map((answer) => answer.json()))).toEqual(Array(50).fill({ count: 1 }))
    expect(answers[0]?.headers.get('cache-control')).toBe('public, max-age=5')
    expect(answers[0]?.headers.get('access-control-allow-origin')).toBe('*')
    expect(seen.length).toBe(1)
    expect([...(seen[0]?.headers ?? [])]).toEqual([])
    expect(seen[0]?.url).toBe('http://localhost:3000/api/v1/things/a/count')
  })

  it('is asked again after its time', async () => {
    const { endpoint, seen } = counter(50)
    const { url } = await openTestServer({ directRoutes: [endpoint] })
    await fetch(`${url}/api/v1/things/a/count`)
    await new Promise((resolve) => setTimeout(resolve, 80))
    await fetch(`${url}/api/v1/things/a/count`)
    expect(seen.length).toBe(2)
  })
})

describe('the framework', () => {
  it('gets honest headers', async () => {
    let seen: Record<string, unknown> = {}
    const { url } = await openTestServer({
      siteUrl: 'https://site.example',
      async framework(request, response) {
        seen = request.headers
        response.end()
      },
    })
    const claims = { 'x-forwarded-for': '1.1.1.1', 'x-forwarded-host': 'evil.example', 'x-client-address': '1.1.1.1' }
    await fetch(`${url}/admin`, { headers: claims })
    expect(seen).toMatchObject({ 'x-client-address': '127.0.0.1', 'x-forwarded-proto': 'https' })
    expect(seen).not.toHaveProperty('x-forwarded-for')
    expect(seen).not.toHaveProperty('x-forwarded-host')
  })

  it('gets no body without a length, nor one too large', async () => {
    const { url } = await openTestServer()
    const chunks = new Blob(['abc']).stream()
    expect((await post(`${url}/api/x`, chunks)).status).toBe(411)
    expect((await post(`${url}/api/x`, 'a'.repeat(65_537))).status).toBe(413)
    expect((await post(`${url}/admin/x`, 'a'.repeat(65_537))).status).toBe(200)
    expect((await post(`${url}/admin/x`, 'a'.repeat(1_048_577))).status).toBe(413)
    // Scans, and nothing but scans.
    expect((await post(`${url}/admin/paper/sheets`, 'a'.repeat(9_437_184))).status).toBe(200)
    expect((await post(`${url}/admin/paper/sheets`, 'a'.repeat(9_437_185))).status).toBe(413)
    expect((await post(`${url}/admin/paper/sheets/x`, 'a'.repeat(1_048_577))).status).toBe(413)
  })

  it('is not asked for files that the build has not', async () => {
    const { url } = await openTestServer()
    expect((await fetch(`${url}/_next/static/chunks/none.js`)).status).toBe(404)
  })
})

describe('the mailbox', () => {
  const mailbox = async () => new Response('mails')

  it('opens for a browser on this machine', async () => {
    const { url } = await openTestServer({ mailbox })
    expect(await (await fetch(`${url}/mailbox`)).text()).toBe('mails')
    expect(await (await fetch(`${url}/mailbox/1`)).text()).toBe('mails')
  })

  it('and for nobody else', async () => {
    const { url, port } = await openTestServer({ mailbox })
    expect((await fetch(`${url}/mailbox`, { headers: { 'x-forwarded-for': '192.0.2.1' } })).status).toBe(404)
    expect((await post(`${url}/mailbox`, 'a')).status).toBe(404)
    const rebound = await rawRequest(port, (send) =>
      send('GET /mailbox HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n'),
    )
    expect(rebound.status).toBe(404)
  })

  it('is not there where mail really leaves', async () => {
    const { url } = await openTestServer({}, () => ({ status: 404 }))
    expect((await fetch(`${url}/mailbox`)).status).toBe(404)
  })
})

describe('an answer that depends on the language', () => {
  it('is kept for each, compressed, and made again for no other query', async () => {
    const words = 'word '.repeat(100)
    const handler = vi.fn(async (request: Request) => {
      const locale = new URL(request.url).searchParams.getAll('locale').join()
      return locale === 'xx' ? Response.json({}, { status: 422 }) : Response.json({ locale, words })
    })
    const list: DirectRoute = { method: 'GET', route: '/api/v1/list', handler, keepFor: 3000, byLocale: true }
    const { url } = await openTestServer({ directRoutes: [list] })
    const ask = async (query: string) => {
      const answer = await fetch(`${url}/api/v1/list${query}`, { headers: { 'accept-encoding': 'gzip' } })
      return { encoding: answer.headers.get('content-encoding'), ...((await answer.json()) as object) }
    }
    for (const query of ['', '?a=1', '?a=2', '?locale=']) {
      expect(await ask(query)).toEqual({ locale: '', words, encoding: 'gzip' })
    }
    expect(handler).toHaveBeenCalledTimes(1)
    expect(await ask('?locale=ko')).toMatchObject({ locale: 'ko' })
    expect(await ask('?a=3&locale=ko')).toMatchObject({ locale: 'ko' })
    expect(handler).toHaveBeenCalledTimes(2)
    expect(await ask('?locale=xx')).toEqual({ encoding: null })
    expect(await ask('?locale=ko&locale=en')).toMatchObject({ locale: 'ko,en' })
    expect(handler).toHaveBeenCalledTimes(4)
  })

  it('is not kept where there is nothing', async () => {
    const handler = vi.fn(async () => Response.json({}, { status: 404 }))
    const { url } = await openTestServer({
      directRoutes: [{ method: 'GET', route: '/api/v1/things/[slug]', handler, keepFor: 3000 }],
    })
    for (const slug of ['a', 'a']) expect((await fetch(`${url}/api/v1/things/${slug}`)).status).toBe(404)
    expect(handler).toHaveBeenCalledTimes(2)
  })
})

describe('a file that is kept in memory', () => {
  const file = (bytes: Uint8Array<ArrayBuffer>, route = '/api/v1/file'): DirectRoute => ({
    method: 'GET',
    route,
    handler: async () => withSharedBody(bytes, { 'content-type': 'application/pdf' }),
  })

  it('is written as it is, without a copy, and not for HEAD', async () => {
    const bytes = new Uint8Array(100_000).fill(7)
    const { url } = await openTestServer({ directRoutes: [file(bytes)] })
    const written = vi.spyOn(ServerResponse.prototype, 'end')
    const sent = await fetch(`${url}/api/v1/file`)
    expect(new Uint8Array(await sent.arrayBuffer())).toEqual(bytes)
    expect(written.mock.calls.some(([body]) => (body as unknown) === bytes)).toBe(true)

    written.mockClear()
    const head = await fetch(`${url}/api/v1/file`, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length')]).toEqual([200, '100000'])
    expect(written.mock.calls.map(([body]) => body)).toEqual([undefined])
  })

  it('is not sent beside others that fill the memory, until those have left', async () => {
    const names = ['/api/v1/a', '/api/v1/b']
    const { url } = await openTestServer({ directRoutes: names.map((name) => file(new Uint8Array(40_000_000), name)) })
    const [slow, again] = [await fetch(`${url}/api/v1/a`), await fetch(`${url}/api/v1/a`)]
    const refused = await fetch(`${url}/api/v1/b`)
    expect([again.status, refused.status, refused.headers.get('retry-after')]).toEqual([200, 503, '2'])
    await Promise.all([slow.body?.cancel(), again.body?.cancel()])
    await vi.waitFor(async () => expect((await fetch(`${url}/api/v1/b`, { method: 'GET' })).status).toBe(200))
  })
})
