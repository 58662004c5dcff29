import { describe, expect, it } from 'vitest'
import { openTestServer } from '@/test/open-test-server'
import { rawRequest } from '@/test/raw-request'

const seconds = 1000

describe.concurrent('a slow client', () => {
  it('is cut off after 10 s without complete headers', async () => {
    const { port } = await openTestServer()
    const { status, took } = await rawRequest(port, (send) => {
      send('GET /en HTTP/1.1\r\nHost: a\r\n')
      const drip = setInterval(() => send('X-A: b\r\n'), 500)
      setTimeout(() => clearInterval(drip), 14 * seconds)
    })
    expect(status).toBe(408)
    expect(took).toBeGreaterThan(9 * seconds)
    expect(took).toBeLessThan(13 * seconds)
  }, 30_000)

  it('is cut off after 15 s without a complete body', async () => {
    const { port } = await openTestServer({
      directRoutes: [
        { method: 'POST', route: '/api/v1/x', handler: async (request) => new Response(await request.text()) },
      ],
    })
    const { status, took } = await rawRequest(port, (send) => {
      send('POST /api/v1/x HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n')
      const drip = setInterval(() => send('a'), 500)
      setTimeout(() => clearInterval(drip), 18 * seconds)
    })
    expect([400, 408]).toContain(status)
    expect(took).toBeLessThan(18 * seconds)
  }, 30_000)

  it('is cut off if it sends nothing', async () => {
    const { port } = await openTestServer()
    const { took } = await rawRequest(port, () => undefined)
    expect(took).toBeLessThan(13 * seconds)
  }, 40_000)

  it('does not delay other clients', async () => {
    const { port, url } = await openTestServer()
    const slow = Array.from({ length: 500 }, () => rawRequest(port, (send) => send('GET /en HTTP/1.1\r\nHost: a\r\n')))
    const began = performance.now()
    for (let i = 0; i < 20; i++) expect((await fetch(`${url}/en`)).status).toBe(200)
    expect(performance.now() - began).toBeLessThan(5 * seconds)
    expect(new Set((await Promise.all(slow)).map(({ status }) => status))).toEqual(new Set([408]))
  }, 40_000)
})
