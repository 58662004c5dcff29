import { createElement, type ReactNode } from 'react'
import { prerender } from 'react-dom/static'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { aPetition, signAs } from '@/test/a-petition'
import { type Endpoint, endpointsBelow } from '@/test/endpoints'
import { nastiestValues, nastiestValuesFor, nastyValuesFor } from '@/test/nasty-values'
import { useDatabase } from '@/test/use-database'

vi.mock('next/navigation', () => ({
  notFound: () => {
    throw new Error('not found')
  },
}))

// Exists only within a request.
vi.mock('next/headers', () => ({ cookies: async () => new Map() }))

useDatabase()

const routes = [
  ...(await endpointsBelow('api')),
  ...(await endpointsBelow('ledger')),
  ...(await endpointsBelow('[locale]')),
].filter(({ kind, name }) => kind === 'route' && !name.startsWith('api/auth/'))
const pages = (await endpointsBelow('[locale]')).filter(({ kind }) => kind === 'page')

const good: Record<string, string> = {
  locale: 'en',
  slug: 'nasty',
  version: '1',
  country: 'kr',
  token: 'A'.repeat(43),
  path: 'checkpoint',
}

/** A form that would be taken, with what all the public forms have. */
const form: Record<string, string> = {
  name: 'Test Person',
  email: 'someone@example.org',
  country: 'KR',
  display: 'full',
  consent: 'on',
  locale: 'en',
  token: good.token ?? '',
  session: good.token ?? '',
  petition: 'nasty',
  appeal: 'Please',
  format: 'json',
  kind: 'organisation',
  contact: 'Somebody',
  organisation: 'Some',
  role: 'Chair',
  authority: 'on',
  ...Object.fromEntries('comment updates via text made proof later'.split(' ').map((name) => [name, ''])),
}

beforeAll(async () => {
  await aPetition('nasty')
  await signAs('nasty', 'first@example.org', new Date())
})

let logged: ReturnType<typeof vi.spyOn>
beforeEach(() => {
  logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  expect(logged.mock.calls).toEqual([])
})

/** The path of an address is decoded from UTF-8: half of a surrogate pair cannot come out of it. */
function isInPath(value: string): boolean {
  return !/\p{Cs}/u.test(value)
}

/** As Next.js gives them: a catch-all segment is a list. */
function paramsOf({ name, params }: Endpoint, more: Record<string, string> = {}): Record<string, unknown> {
  const all = params.map((param) => {
    const value = more[param] ?? good[param] ?? 'none'
    return [param, name.includes(`[...${param}]`) ? value.split('/') : value]
  })
  return Object.fromEntries(all)
}

async function ask(endpoint: Endpoint, request: Request, params: Record<string, unknown>): Promise<void> {
  const said = () => `${endpoint.name} ${decodeURI(request.url).slice(0, 200)} ${JSON.stringify(params).slice(0, 200)}`
  const answer = await Promise.resolve(
    endpoint.call(request as never, { params: Promise.resolve(params) } as never),
  ).catch((error: Error) => {
    throw new Error(said(), { cause: error })
  })
  if (!(answer instanceof Response)) throw new Error(`no answer: ${said()}`)
  if (answer.status >= 500) throw new Error(`${answer.status}: ${said()}`)
  expect(await answer.text()).not.toMatch(/\n\s+at .*\(|node_modules/)
}

const address = (query: [string, string][] = []) => `http://localhost:3000/x?${new URLSearchParams(query)}`

function posts(fields: Record<string, string>): Request[] {
  const multipart = new FormData()
  for (const [name, value] of Object.entries(fields)) multipart.append(name, value)
  const json = { 'content-type': 'application/json' }
  return [
    new Request(address(), { method: 'POST', body: new URLSearchParams(fields) }),
    new Request(address(), { method: 'POST', body: multipart, headers: { accept: 'application/json' } }),
    new Request(address(), { method: 'POST', body: JSON.stringify(fields), headers: json }),
  ]
}

test('the routes and pages of the public are found', () => {
  expect(routes.length).toBeGreaterThan(20)
  expect(pages.length).toBeGreaterThan(20)
})

test.each(routes.map((endpoint) => [endpoint.name, endpoint] as const))(
  '%s: answers whatever it is asked',
  { timeout: 300_000 },
  async (_, endpoint) => {
    // A health endpoint rightly reports a missing worker.
    if (/api\/(ready|health)\//.test(endpoint.name)) return
    for (const value of nastyValuesFor(endpoint.name)) {
      for (const name of endpoint.params) {
        const request = endpoint.method === 'GET' ? new Request(address()) : posts(form)[0]
        if (isInPath(value)) await ask(endpoint, request as Request, paramsOf(endpoint, { [name]: value }))
      }
      if (endpoint.method === 'GET') {
        for (const name of ['locale', 'token', 'country', 'q', 'via', 'draft'])
          for (const query of [
            [[name, value]],
            [
              [name, value],
              [name, value],
            ],
          ] as [string, string][][])
            await ask(endpoint, new Request(address(query)), paramsOf(endpoint))
        continue
      }
      const all = Object.fromEntries(Object.keys(form).map((name) => [name, value]))
      for (const request of posts(all)) await ask(endpoint, request, paramsOf(endpoint))
      await ask(
        endpoint,
        new Request(address([['token', value]]), { method: 'POST', body: new URLSearchParams(form) }),
        paramsOf(endpoint),
      )
    }
    if (endpoint.method === 'GET') return
    for (const name of Object.keys(form)) {
      for (const value of nastiestValuesFor(endpoint.name + name))
        for (const request of posts({ ...form, [name]: value })) await ask(endpoint, request, paramsOf(endpoint))
      for (const value of [['a'], { a: 1 }, 7, 1e300, true]) {
        const body = JSON.stringify({ ...form, [name]: value })
        await ask(
          endpoint,
          new Request(address(), { method: 'POST', body, headers: { 'content-type': 'application/json' } }),
          paramsOf(endpoint),
        )
      }
    }
    for (const body of [
      '',
      '[]',
      'null',
      '7',
      '"x"',
      '{',
      '\ufeff{}',
      '['.repeat(30_000),
      '{"__proto__":{"name":"x"}}',
    ])
      await ask(
        endpoint,
        new Request(address(), { method: 'POST', body, headers: { 'content-type': 'application/json' } }),
        paramsOf(endpoint),
      )
  },
)

test.each(pages.map((endpoint) => [endpoint.name, endpoint] as const))(
  '%s: opens whatever its address holds',
  { timeout: 300_000 },
  async (_, endpoint) => {
    const open = async (params: Record<string, unknown>, query: Record<string, unknown>) => {
      const made = await endpoint.call({
        params: Promise.resolve(params),
        searchParams: Promise.resolve(query),
      } as never)
      await prerender(createElement('div', null, made as ReactNode))
    }
    const names = ['draft', 'via', 'q', 'kind', 'region', 'country', 'locale']
    for (const value of nastyValuesFor(endpoint.name)) {
      const asked: [Record<string, unknown>, Record<string, unknown>][] = [
        ...(isInPath(value) ? endpoint.params : []).map((name): [Record<string, unknown>, object] => [
          paramsOf(endpoint, { [name]: value }),
          {},
        ]),
        ...(/searchParams/.test(endpoint.source) && nastiestValues.includes(value) ? names : []).map(
          (name): [object, object] => [paramsOf(endpoint), { [name]: value }],
        ),
        ...(nastiestValues.includes(value)
          ? [[paramsOf(endpoint), Object.fromEntries(names.map((name) => [name, [value, value]]))]]
          : []),
      ] as never
      for (const [params, query] of asked) {
        await open(params, query).catch((error: Error) => {
          if (error.message === 'not found') return
          throw new Error(`${endpoint.name} ${JSON.stringify([params, query]).slice(0, 300)}`, { cause: error })
        })
      }
    }
  },
)

test('nobody was counted, and nothing was signed with what cannot be read', async () => {
  expect(await db().signature.count({ where: { state: { notIn: ['held'] } } })).toBe(0)
})
