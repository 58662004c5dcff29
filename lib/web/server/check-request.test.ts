import { describe, expect, it } from 'vitest'
import { openTestServer } from '@/test/open-test-server'
import { rawRequest } from '@/test/raw-request'

const paths = ['/en', '/none', '/api/v1/x', '/admin', '/mailbox', '/api/v1/things/a/echo']
const echo = {
  method: 'POST' as const,
  route: '/api/v1/things/[slug]/echo',
  handler: async (request: Request) => new Response(await request.text()),
}

async function openServer() {
  let passed = 0
  const opened = await openTestServer({
    directRoutes: [echo],
    async framework(_, response) {
      passed++
      response.end('from the framework')
    },
  })
  const ask = (text: string) => rawRequest(opened.port, (send) => send(text))
  return { ...opened, ask, passed: () => passed }
}

describe('a method that the site does not use', () => {
  it.each(['TRACE', 'PUT', 'DELETE', 'PATCH', 'PROPFIND', 'PURGE', 'LINK', 'QUERY', 'M-SEARCH'])(
    '%s: 405, with Allow',
    async (method) => {
      const { ask, passed, asked } = await openServer()
      for (const path of paths) {
        const answer = await ask(
          `${method} ${path} HTTP/1.1\r\nHost: a.example\r\nCookie: secret=1\r\nContent-Length: 0\r\n\r\n`,
        )
        // Node's parser does not know every method; it answers 400 to those.
        expect([400, 405], path).toContain(answer.status)
        if (answer.status === 405)
          expect(answer.headers).toContainEqual(['Allow', path.includes('api') ? 'GET, HEAD, POST' : 'GET, HEAD'])
        expect(answer.body).not.toContain('secret')
      }
      expect([passed(), asked]).toEqual([0, []])
    },
  )

  it('invented ones get 400', async () => {
    const { ask } = await openServer()
    for (const method of ['FOO', 'get', 'GET\u0000', 'PRI'])
      expect((await ask(`${method} /en HTTP/1.1\r\nHost: a\r\n\r\n`)).status).toBe(400)
  })
})

describe('the host', () => {
  const bad = [
    'Host: a.example\r\nHost: b.example',
    'Host: a.example\r\nhOsT: a.example',
    'Host:',
    'Host: ',
    'Host: a b',
    'Host: a/b',
    'Host: a@b',
    'Host: a%00',
    'Host: [',
    'Host: [::1',
    'Host: a:99999',
    'Host: a:b',
    'Host: :80',
    'Host: a,b',
    'Host: \u00e9',
    'Host: a\r\n b',
  ]

  it.each(bad)('%j: 400 for every path, and nothing after it is read', async (lines) => {
    const { ask, passed, asked } = await openServer()
    for (const path of paths) {
      const answer = await ask(`GET ${path} HTTP/1.1\r\n${lines}\r\n\r\nGET /second HTTP/1.1\r\nHost: a\r\n\r\n`)
      expect(answer.status, path).toBe(400)
      expect(answer.body).not.toContain('HTTP/1.1')
    }
    expect([passed(), asked]).toEqual([0, []])
  })

  it.each(['a.example', 'localhost:3000', '127.0.0.1:1', '[::1]:3000', 'web_1:80', 'A.Example.'])(
    '%s is one',
    async (host) => {
      const { ask } = await openServer()
      expect((await ask(`GET /en HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)).status).toBe(200)
    },
  )

  it('stored pages are not served for two hosts either', async () => {
    const { ask } = await openServer()
    const one = 'GET /en HTTP/1.1\r\nHost: a\r\nConnection: close\r\n'
    expect((await ask(`${one}\r\n`)).status).toBe(200)
    expect((await ask(`${one}Host: b\r\n\r\n`)).status).toBe(400)
  })
})

describe('what two parsers could read in two ways', () => {
  const post = 'POST /api/v1/things/a/echo HTTP/1.1\r\nHost: a\r\nConnection: close\r\n'
  it.each([
    'Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd',
    'Content-Length: 3, 4\r\n\r\nabcd',
    'Content-Length: +3\r\n\r\nabc',
    'Content-Length: -1\r\n\r\nabc',
    'Content-Length: 0x3\r\n\r\nabc',
    'Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    'Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n',
    'Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n',
    'Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n',
    'Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n',
    'Transfer-Encoding:\u000bchunked\r\n\r\n0\r\n\r\n',
    'Transfer-Encoding: chunked\r\n\r\n0x3\r\nabc\r\n0\r\n\r\n',
    'X: a\r\n folded\r\nContent-Length: 3\r\n\r\nabc',
    'X: a\nContent-Length: 3\r\n\r\nabc',
    'X\u0000: a\r\nContent-Length: 3\r\n\r\nabc',
    ': a\r\nContent-Length: 3\r\n\r\nabc',
    'X Y: a\r\nContent-Length: 3\r\n\r\nabc',
  ])('%j: 4xx', async (rest) => {
    const { ask } = await openServer()
    const { status } = await ask(post + rest)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
  })
})
