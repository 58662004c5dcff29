import { Agent, get } from 'node:http'
import { expect, it } from 'vitest'
import { html } from '@/test/fake-upstream'
import { openTestServer } from '@/test/open-test-server'

const CONNECTIONS = 150
const SIGNER = '198.51.100.9'

/** A framework that renders one page after the other, and forever, in an order that a test can count in. */
function oneAtATime() {
  let last = Promise.resolve()
  return (target: string) => {
    last = last.then(() => new Promise((resolve) => setTimeout(resolve, 5)))
    return last.then(() => ({ body: html(target), headers: { 'cache-control': 'private, no-store' } }))
  }
}

/** Asks as somebody behind our proxy. */
function ask(url: string, from: string, agent: Agent): Promise<{ status: number; retry: string | undefined }> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { 'x-forwarded-for': from } }, (answer) => {
      answer.resume()
      answer.on('error', reject)
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, retry: answer.headers['retry-after'] }))
    }).on('error', reject)
  })
}

/** Calls from many connections until `during` ends. Refused ones wait a little, as this does not test the CPU. */
async function flooded(address: (i: number) => string, from: (i: number) => string, during: () => Promise<void>) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const statuses = new Set<number>()
  let i = 0
  let ended = false
  const one = async () => {
    while (!ended) {
      i += 1
      const { status, retry } = await ask(address(i), from(i), agent)
      statuses.add(status)
      if (status === 503) expect(retry).toBe('2')
      if (status !== 200) await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  const all = Promise.all(Array.from({ length: CONNECTIONS }, one))
  await new Promise((resolve) => setTimeout(resolve, 100))
  await during().finally(() => {
    ended = true
  })
  await all
  agent.destroy()
  return statuses
}

const oneClient = () => '203.0.113.7'
const oneSite = (i: number) => `2001:db8:1:${(i % 5000).toString(16)}::7`
const manyNetworks = (i: number) => `203.${i % 250}.${i % 2}.7`

it.each([
  ['one client', 'pages that are made for each', oneClient, '/en/petitions/real/sign?draft='],
  ['one client with a thousand networks of IPv6', 'the same', oneSite, '/en/petitions/real/sign?draft='],
  ['one client', 'pages that nobody has seen', oneClient, '/en/statement/'],
])('%s at %s: a signer waits for hardly anybody else', async (_who, _what, from, address) => {
  const { url, asked, server } = await openTestServer({ trustedProxies: 1 }, oneAtATime())
  const agent = new Agent({ keepAlive: true })
  let arrived = 0
  server.prependListener('request', ({ headers }) => {
    if (headers['x-forwarded-for'] === SIGNER) arrived = asked.length
  })
  const before: number[] = []
  await flooded(
    (i) => `${url}${address}${i}`,
    from,
    async () => {
      for (let i = 0; i < 5; i++) {
        for (const page of [`/en/petitions/real/sign?via=m${i}`, `/en/page-${i}`]) {
          expect((await ask(url + page, SIGNER, agent)).status, page).toBe(200)
          before.push(asked.indexOf(page) - arrived)
        }
      }
    },
  )
  agent.destroy()
  // One turn of the flood's; in one queue it would be a hundred.
  expect(Math.max(...before)).toBeLessThan(5)
})

it('500 networks at pages that are made for each: a signer still gets every page', async () => {
  const { url } = await openTestServer({ trustedProxies: 1 }, oneAtATime())
  const agent = new Agent({ keepAlive: true })
  await flooded(
    (i) => `${url}/en/petitions/real/sign?draft=${i}`,
    manyNetworks,
    async () => {
      for (let i = 0; i < 3; i++) {
        const { status } = await ask(`${url}/en/petitions/real/sign?via=m${i}`, SIGNER, agent)
        expect(status).toBe(200)
      }
    },
  )
  agent.destroy()
})

it('made-up slugs are not rendered, and push nothing out', async () => {
  const isThere = async (path: string) => !path.includes('made-up')
  const { url, asked, pages } = await openTestServer({ trustedProxies: 1 }, oneAtATime(), isThere)
  const agent = new Agent({ keepAlive: true })
  const statuses = await flooded(
    (i) => `${url}/en/petitions/made-up-${i}`,
    oneClient,
    async () => {
      for (let i = 0; i < 5; i++) {
        expect((await ask(`${url}/en/petitions/real/sign?via=m${i}`, SIGNER, agent)).status).toBe(200)
      }
    },
  )
  agent.destroy()
  expect([...statuses]).toEqual([404])
  expect(asked.filter((target) => target.includes('made-up'))).toEqual([])
  expect(pages.entries).toBeLessThan(3)
})

it('what the framework does for others: in turns too, and apart from staff', async () => {
  const waiting: (() => void)[] = []
  const seen: string[] = []
  const { url } = await openTestServer({
    trustedProxies: 1,
    framework: async ({ url: path = '' }, response) => {
      seen.push(path)
      if (path.includes('slow')) await new Promise<void>((resolve) => waiting.push(resolve))
      response.end('from the framework')
    },
  })
  const agent = new Agent({ keepAlive: true })
  const flood = Array.from({ length: 40 }, (_, i) => ask(`${url}/api/slow-${i}`, '203.0.113.7', agent))
  await expect.poll(() => seen.length).toBe(1)
  const other = ask(`${url}/api/other`, SIGNER, agent)
  expect((await ask(`${url}/admin/sign-in`, '203.0.113.7', agent)).status).toBe(200)
  const free = setInterval(() => {
    for (const answer of waiting.splice(0)) answer()
  }, 5)
  expect((await other).status).toBe(200)
  expect(seen.length).toBeLessThan(6)
  expect(new Set((await Promise.all(flood)).map(({ status }) => status))).toEqual(new Set([200]))
  clearInterval(free)
  agent.destroy()
})

it('pages that are made for one person without the framework: in turns, and never too many at once', async () => {
  const waiting: (() => void)[] = []
  const seen: string[] = []
  const handler = async ({ url: called }: Request) => {
    seen.push(new URL(called).search)
    if (called.includes('slow')) await new Promise<void>((resolve) => waiting.push(resolve))
    return new Response('a page')
  }
  const { url, server } = await openTestServer({
    trustedProxies: 1,
    directRoutes: [{ method: 'GET', route: '/[locale]/signature/[token]', handler, inTurn: 'waits' }],
  })
  let arrived = 0
  server.on('request', () => {
    arrived += 1
  })
  const agent = new Agent({ keepAlive: true })
  const page = `${url}/en/signature/${'t'.repeat(43)}`
  const flood = Array.from({ length: 200 }, () => ask(`${page}?slow`, '203.0.113.7', agent))
  await expect.poll(() => arrived).toBe(200)
  expect(seen.length).toBe(64)
  const other = ask(`${page}?signer`, SIGNER, agent)
  await expect.poll(() => arrived).toBe(201)
  // As soon as one is made, or the next after it, it is the other network's turn.
  for (let i = 0; i < 2; i++) waiting.shift()?.()
  expect((await other).status).toBe(200)
  expect(seen.length).toBeLessThan(70)
  const free = setInterval(() => {
    for (const answer of waiting.splice(0)) answer()
  }, 5)
  expect(new Set((await Promise.all(flood)).map(({ status }) => status))).toEqual(new Set([200]))
  clearInterval(free)
  agent.destroy()
})

it.each([
  ['pages that may wait for the database', '/[locale]/signature/[token]', `/en/signature/${'t'.repeat(43)}?`, 'waits'],
  ['pages that are made of what is in memory', '/[locale]/members/find', '/en/members/find?q=', 'computes'],
] as const)('%s: one after the other, and others are answered between them', async (_, route, page, inTurn) => {
  let made = 0
  const find = async () => {
    for (const until = performance.now() + 3; performance.now() < until; );
    made += 1
    return new Response('a page')
  }
  const { url } = await openTestServer({
    trustedProxies: 1,
    directRoutes: [
      { method: 'GET', route, handler: find, inTurn },
      { method: 'GET', route: '/api/health', handler: async () => new Response('well') },
    ],
  })
  const [agent, signer] = [new Agent({ keepAlive: true }), new Agent({ keepAlive: true })]
  // All are connected already: a process accepts one connection after the other.
  await Promise.all([...Array(201).keys()].map((i) => ask(`${url}/api/health`, SIGNER, i === 0 ? signer : agent)))
  // Each from a network of its own.
  const flood = Array.from({ length: 200 }, (_, i) => ask(url + page + i, `198.18.${i}.7`, agent))
  await expect.poll(() => made).toBeGreaterThan(0)
  expect((await ask(`${url}/api/health`, SIGNER, signer)).status).toBe(200)
  expect(made).toBeLessThan(50)
  await Promise.all(flood)
  expect(made).toBe(200)
  agent.destroy()
  signer.destroy()
})

it('nothing is made for a visitor who left before their turn came', async () => {
  const made: string[] = []
  let free = () => {}
  const find = async ({ url: called }: Request) => {
    const { search } = new URL(called)
    made.push(search)
    if (search === '?first') await new Promise<void>((resolve) => (free = resolve))
    return new Response('a page')
  }
  const { url, server } = await openTestServer({
    trustedProxies: 1,
    directRoutes: [{ method: 'GET', route: '/[locale]/members/find', handler: find, inTurn: 'computes' }],
  })
  let [arrived, left] = [0, 0]
  server.on('request', (_, response) => {
    arrived += 1
    response.on('close', () => {
      left += 1
    })
  })
  const page = `${url}/en/members/find`
  const agent = new Agent({ keepAlive: true })
  const first = ask(`${page}?first`, '198.18.1.7', agent)
  await expect.poll(() => made).toEqual(['?first'])
  const leaving = new Agent({ keepAlive: true })
  const gone = Promise.allSettled([1, 2, 3].map((i) => ask(`${page}?gone${i}`, `198.18.2.${i}`, leaving)))
  const last = ask(`${page}?last`, SIGNER, agent)
  await expect.poll(() => arrived).toBe(5)
  leaving.destroy()
  await gone
  await expect.poll(() => left).toBe(3)
  free()
  expect([(await first).status, (await last).status]).toEqual([200, 200])
  expect(made).toEqual(['?first', '?last'])
  agent.destroy()
})

it('a signer’s request begins before most of those that one client sends in the same instant, cheap as they are', async () => {
  const begun: string[] = []
  const isThere = async (path: string) => {
    begun.push(path)
    return false
  }
  const { url } = await openTestServer({ trustedProxies: 1 }, undefined, isThere)
  const [hostile, honest] = [new Agent({ keepAlive: true, maxSockets: 300 }), new Agent({ keepAlive: true })]
  const flood = (i: number) => ask(`${url}/en/petitions/made-up-${i}`, '203.0.113.7', hostile)
  // Connected before, so that all of them are read in one turn of the event loop.
  await Promise.all(Array.from({ length: 300 }, (_, i) => flood(i)))
  await ask(`${url}/en/petitions/signer`, SIGNER, honest)
  begun.length = 0
  const all = Array.from({ length: 300 }, (_, i) => flood(i))
  await ask(`${url}/en/petitions/signer`, SIGNER, honest)
  expect(begun.indexOf('/en/petitions/signer')).toBeLessThan(100)
  expect((await Promise.all(all)).map(({ status }) => status)).toEqual(Array.from({ length: 300 }, () => 404))
  hostile.destroy()
  honest.destroy()
})
