import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { openTestServer } from '@/test/open-test-server'
import { rawRequest } from '@/test/raw-request'

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
  "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

const security = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
  'x-frame-options': 'DENY',
}

/** A request whose answer stays compressed: fetch would decompress it. */
function ask(url: string, headers: Record<string, string> = {}, method = 'GET', body?: string) {
  return new Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    const asked = httpRequest(url, { method, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
      )
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

describe('a public page', () => {
  it('has exactly these headers', async () => {
    const { url } = await openTestServer()
    for (let i = 0; i < 2; i++) {
      const { status, headers } = await ask(`${url}/en`)
      expect(status).toBe(200)
      expect(headers).toEqual({
        ...security,
        date: expect.any(String),
        etag: expect.stringMatching(/^"[\w-]{27}"$/),
        'content-length': expect.stringMatching(/^\d{2,}$/),
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'public, max-age=0, s-maxage=2, must-revalidate',
        vary: 'Accept-Encoding',
        connection: 'close',
      })
    }
  })

  it('sends HSTS for two years on https', async () => {
    const { url } = await openTestServer({ siteUrl: 'https://site.example' })
    expect((await ask(`${url}/en`)).headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains')
  })

  it('comes in the requested encoding, each with its own ETag', async () => {
    const { url } = await openTestServer({}, () => ({ body: Buffer.from(`<p>${'word '.repeat(500)}</p>`) }))
    const plain = await ask(`${url}/en`)
    const zipped = await ask(`${url}/en`, { 'accept-encoding': 'gzip' })
    const br = await ask(`${url}/en`, { 'accept-encoding': 'gzip, deflate, br, zstd' })
    expect(plain.headers['content-encoding']).toBe(undefined)
    expect(zipped.headers['content-encoding']).toBe('gzip')
    expect(br.headers['content-encoding']).toBe('br')
    expect(gunzipSync(zipped.body)).toEqual(plain.body)
    expect(brotliDecompressSync(br.body)).toEqual(plain.body)
    expect(br.body.length).toBeLessThan(plain.body.length / 5)
    expect(new Set([plain, zipped, br].map(({ headers }) => headers.etag)).size).toBe(3)
    expect(new Set([plain, zipped, br].map(({ headers }) => headers.vary))).toEqual(new Set(['Accept-Encoding']))
  })

  it('answers 304 to a client that has it', async () => {
    const { url } = await openTestServer()
    const { etag = '' } = (await ask(`${url}/en`)).headers
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const { status, headers, body } = await ask(`${url}/en`, { 'if-none-match': known })
      expect([status, body.length, headers.etag]).toEqual([304, 0, etag])
      expect(headers['content-security-policy']).toBe(policy)
      expect(headers['content-length']).toBe(undefined)
    }
    expect((await ask(`${url}/en`, { 'if-none-match': '"other"' })).status).toBe(200)
    expect((await ask(`${url}/en/none`, { 'if-none-match': '*' })).status).toBe(404)
  })

  it('answers HEAD like GET, without the body', async () => {
    const { url } = await openTestServer()
    for (const path of ['/en', '/en/none', '/a%2fb', '/en/missing']) {
      const [got, head] = [await ask(url + path), await ask(url + path, {}, 'HEAD')]
      expect(head.body.length).toBe(0)
      expect({ ...head.headers, date: '' }).toEqual({ ...got.headers, date: '' })
      expect(head.status).toBe(got.status)
    }
  })

  it('accepts no other method', async () => {
    const { url, asked } = await openTestServer()
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PATCH']) {
      const { status, headers } = await ask(`${url}/en`, {}, method)
      expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
      expect(headers).toMatchObject(security)
    }
    expect(asked).toEqual([])
  })

  it('shows only a reference number if it cannot be made', async () => {
    const { url } = await openTestServer({}, () => ({ status: 500, body: Buffer.from('stack trace of lib/x.ts') }))
    const { status, headers, body } = await ask(`${url}/en/signature/secret-token`)
    expect(status).toBe(500)
    expect(headers).toMatchObject({ ...security, 'cache-control': 'no-store' })
    expect(body.toString()).toMatch(/[0-9A-F]{10}/)
    expect(body.toString()).not.toMatch(/stack|lib\/|secret|<script/)
  })
})

it.each([
  ['53300', 503, '2'],
  ['57014', 503, '2'],
  ['ECONNREFUSED', 503, '2'],
  ['23505', 500, undefined],
])('what a direct route is told by the database, %s, is answered with %i', async (code, status, retryAfter) => {
  const handler = () => Promise.reject(Object.assign(new Error('as said'), { code }))
  const { url } = await openTestServer({ directRoutes: [{ method: 'GET', route: '/api/x', handler }] })
  const answer = await ask(`${url}/api/x`)
  expect([answer.status, answer.headers['retry-after']]).toEqual([status, retryAfter])
})

describe('an invalid request target', () => {
  it.each([
    'GET //evil.example HTTP/1.1',
    'GET http://evil.example/en HTTP/1.1',
    'GET /en/%00 HTTP/1.1',
    'GET /en%2fx HTTP/1.1',
    'GET /../etc/passwd HTTP/1.1',
    'GET /\\evil HTTP/1.1',
    'GET /en\u0000 HTTP/1.1',
    'GET /\u00e9 HTTP/1.1',
    'OPTIONS * HTTP/1.1',
    'GET /en HTTP/9.9',
    'G\u00cbT /en HTTP/1.1',
  ])('is refused: %j', async (line) => {
    const { port, asked } = await openTestServer()
    const answer = await rawRequest(port, (send) => send(`${line}\r\nHost: a.example\r\nConnection: close\r\n\r\n`))
    expect(answer.status).toBe(400)
    expect(asked).toEqual([])
  })

  it('is refused if it or its headers are too long', async () => {
    const { port } = await openTestServer()
    const long = (path: string, header: string) =>
      rawRequest(port, (send) => send(`GET ${path} HTTP/1.1\r\nHost: a\r\nX: ${header}\r\nConnection: close\r\n\r\n`))
    expect((await long(`/${'a'.repeat(3000)}`, 'x')).status).toBe(414)
    expect((await long('/en', 'x'.repeat(17 * 1024))).status).toBe(431)
    expect((await long('/en', 'x'.repeat(8 * 1024))).status).toBe(200)
  })

  it('is refused without a Host, and CONNECT opens no tunnel', async () => {
    const { port } = await openTestServer()
    expect((await rawRequest(port, (send) => send('GET /en HTTP/1.1\r\nConnection: close\r\n\r\n'))).status).toBe(400)
    expect((await rawRequest(port, (send) => send('CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\n'))).status).toBe(0)
  })

  it('cannot smuggle a second request between two lengths', async () => {
    const { port } = await openTestServer()
    const smuggled = await rawRequest(port, (send) =>
      send(
        'POST /api/x HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /admin',
      ),
    )
    expect(smuggled.status).toBe(400)
  })
})
