import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openTestServer } from '@/test/open-test-server'
import { rawRequest } from '@/test/raw-request'
import { Busy } from './limit-fairly'
import { type Framework, startFramework } from './start-framework'

const program = new URL('../../../test/fake-framework.mjs', import.meta.url)
const siteUrl = 'https://site.example'

let framework: Framework
beforeAll(async () => {
  framework = await startFramework(program, { siteUrl, port: 3000 })
})
afterAll(() => framework.stop())

describe('startFramework', () => {
  it('asks for a page with nothing of any visitor', async () => {
    const { status, body } = await framework.ask('/en?draft=x')
    expect(status).toBe(201)
    expect(JSON.parse(body.toString())).toEqual({
      method: 'GET',
      url: '/en?draft=x',
      headers: {
        'x-site-server': expect.stringMatching(/^[0-9a-f]{32}$/),
        host: 'site.example',
        accept: 'text/html',
        'x-forwarded-host': 'site.example',
        'x-forwarded-proto': 'https',
        connection: 'keep-alive',
      },
      body: '',
    })
  })

  it('takes no page that breaks off or is too large', async () => {
    await expect(framework.ask('/break-off')).rejects.toThrow()
    await expect(framework.ask('/huge')).rejects.toThrow('4 MB')
  })

  it('waits 10 s for a page, and says then that it is busy', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    await expect(framework.ask('/hang')).rejects.toBeInstanceOf(Busy)
    expect(log).toHaveBeenCalledWith('framework: a page took longer than 10 s')
  })

  it('passes a request on as it is, and the answer back', async () => {
    const { url } = await openTestServer({ siteUrl, framework: framework.pass })
    const answer = await fetch(`${url}/admin/x?y=1`, {
      method: 'POST',
      body: 'name=김',
      headers: { cookie: 'c=1', origin: 'https://site.example', 'x-site-server': 'guessed', te: 'trailers' },
    })
    expect(answer.status).toBe(201)
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
    expect(answer.headers.get('x-one')).toBe('one')
    expect(answer.headers.get('keep-alive')).not.toBe('timeout=99')
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains')
    const seen = (await answer.json()) as { headers: Record<string, string> }
    expect(seen).toMatchObject({ method: 'POST', url: '/admin/x?y=1', body: 'name=김' })
    expect(seen.headers).toMatchObject({ cookie: 'c=1', origin: 'https://site.example', host: url.slice(7) })
    expect(seen.headers['x-site-server']).not.toBe('guessed')
    expect(seen.headers).not.toHaveProperty('te')
  })

  it.each([
    ['POST', '/api/no-method', 'GET, HEAD'],
    ['GET', '/api/no-method', 'POST'],
    ['HEAD', '/api/no-method', 'POST'],
    ['GET', '/api/own-allow', 'DELETE'],
  ])('%s %s: a 405 names the methods that are allowed', async (method, path, allow) => {
    const { url } = await openTestServer({ siteUrl, framework: framework.pass })
    const { status, headers } = await fetch(url + path, { method })
    expect([status, headers.get('allow')]).toEqual([405, allow])
  })

  it('breaks off for the visitor what breaks off behind', async () => {
    const server = createServer((request, response) => {
      request.url = '/break-off'
      framework.pass(request, response, []).catch(() => undefined)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const broken = await rawRequest((server.address() as AddressInfo).port, (send) =>
      send('GET / HTTP/1.1\r\nHost: a\r\n\r\n'),
    )
    expect(broken).toMatchObject({ status: 200, body: 'half' })
    server.close()
  })

  it('starts again what has ended, and says meanwhile that it failed', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { url } = await openTestServer({ siteUrl, framework: framework.pass })
    await expect(framework.ask('/crash')).rejects.toThrow()
    const failed = await fetch(`${url}/api/x`, { headers: { accept: 'application/json' } })
    expect(failed.status).toBe(500)
    expect(await failed.json()).toMatchObject({ error: 'internal_error', reference: expect.any(String) })
    expect(log).toHaveBeenCalled()
    await vi.waitFor(async () => expect((await framework.ask('/en')).status).toBe(201), {
      timeout: 8000,
      interval: 200,
    })
  })

  it('says when it does not start', async () => {
    await expect(startFramework(program, { siteUrl, port: 0 })).rejects.toThrow('does not start')
  })
})
