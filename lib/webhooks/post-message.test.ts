import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { afterEach, expect, test } from 'vitest'
import type { Resolve } from './guarded-lookup'
import { postMessage } from './post-message'

const open: Server[] = []
afterEach(async () => {
  for (const server of open.splice(0)) {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
})

/** A receiver on this machine. @returns its port */
async function receiver(answer: RequestListener): Promise<number> {
  const server = createServer(answer)
  open.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return (server.address() as AddressInfo).port
}

const here = { toLoopback: true }
const post = (url: string, ways = {}) => postMessage(url, { 'webhook-id': 'one' }, '{"a":"ü"}', { ...here, ...ways })

test('the receiver gets headers and body whole, and 2xx alone is success', async () => {
  const got: unknown[] = []
  let status = 204
  const port = await receiver((request, answer) => {
    void buffer(request).then((body) => {
      got.push([request.method, request.url, request.headers['webhook-id'], body.toString()])
      answer.writeHead(status, { location: `http://127.0.0.1:${port}/elsewhere` }).end()
    })
  })
  const url = `http://127.0.0.1:${port}/hook?a=1`
  expect(await post(url)).toEqual({ ok: true, status: 204 })
  expect(got).toEqual([['POST', '/hook?a=1', 'one', '{"a":"ü"}']])
  for (const [refused, reason] of [
    [307, 'redirected'],
    [302, 'redirected'],
    [404, 'refused'],
    [410, 'gone'],
    [500, 'refused'],
  ] as const) {
    status = refused
    expect(await post(url)).toEqual({ ok: false, reason, status: refused })
  }
  // No redirect was followed.
  expect(got).toHaveLength(6)
})

test('an answer without end is not read, and one that never comes is not waited for', async () => {
  let written = 0
  const endless = await receiver((_, answer) => {
    answer.writeHead(200)
    const more = () => {
      while (!answer.destroyed && answer.write(Buffer.alloc(65_536))) written += 65_536
    }
    answer.on('drain', more)
    more()
  })
  expect(await post(`http://127.0.0.1:${endless}/`)).toEqual({ ok: true, status: 200 })
  expect(written).toBeLessThan(64 * 1024 * 1024)
  const silent = await receiver(() => undefined)
  expect(await post(`http://127.0.0.1:${silent}/`, { timeout: 50 })).toEqual({ ok: false, reason: 'timeout' })
  const slow = await receiver((_, answer) => {
    const drip = setInterval(() => answer.writeProcessing(), 10)
    answer.on('close', () => clearInterval(drip))
  })
  expect(await post(`http://127.0.0.1:${slow}/`, { timeout: 50 })).toEqual({ ok: false, reason: 'timeout' })
  const headers = await receiver((_, answer) => answer.writeHead(200, { 'x-long': 'a'.repeat(10_000) }).end())
  expect(await post(`http://127.0.0.1:${headers}/`)).toEqual({ ok: false, reason: 'no_connection' })
  expect(await post('http://127.0.0.1:1/')).toEqual({ ok: false, reason: 'no_connection' })
})

test('a name is looked up once, and nothing is sent unless every address of it is public', async () => {
  let asked = 0
  const port = await receiver((_, answer) => answer.end())
  const to = (...addresses: string[]): Resolve => {
    return (_, __, done) => {
      asked += 1
      // The second time it would lead elsewhere.
      const now = asked === 1 ? addresses : ['127.0.0.1']
      done(
        null,
        now.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      )
    }
  }
  const refused = { ok: false, reason: 'forbidden_address' }
  const send = (resolve: Resolve, url = 'https://hook.example/', more = {}) => {
    asked = 0
    return post(url, { resolve, toLoopback: false, ...more })
  }
  expect(await send(to('127.0.0.1'))).toEqual(refused)
  expect(await send(to('93.184.215.14', '10.0.0.1'))).toEqual(refused)
  expect(await send(to('::ffff:169.254.169.254'))).toEqual(refused)
  expect(await send(to())).toEqual({ ok: false, reason: 'no_connection' })
  // Rebinding: the address that was checked is the one that is connected to.
  expect(await send(to('127.0.0.1'), `http://hook.example:${port}/`, here)).toEqual({ ok: true, status: 200 })
  expect(asked).toBe(1)
  const never: Resolve = () => {
    throw new Error('was looked up')
  }
  for (const url of ['https://127.0.0.1/', 'https://[::1]/', 'https://2130706433/', 'https://[::ffff:10.0.0.1]/'])
    expect([url, await send(never, url)]).toEqual([url, refused])
  for (const url of [`http://hook.example/`, `https://hook.example:${port}/`])
    expect([url, await send(never, url)]).toEqual([url, refused])
})
