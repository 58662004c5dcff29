import { createElement, type ReactNode } from 'react'
import { prerender } from 'react-dom/static'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { entityViews } from '@/components/admin/coalition/entities/entity-views'
import { createBulkAction } from '@/lib/bulk-actions/create-bulk-action'
import { readRule } from '@/lib/bulk-actions/rule'
import { db } from '@/lib/db'
import { readOrder } from '@/lib/exports/order'
import { requestExport } from '@/lib/exports/request-export'
import { createMailing } from '@/lib/mailings/draft'
import { keyText } from '@/lib/signatures/admin/signature-key'
import { may } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import type { StaffRole } from '@/prisma/generated/enums'
import { aPetition, confirmWaiting, signAs } from '@/test/a-petition'
import { aSheet } from '@/test/a-sheet'
import { aSession } from '@/test/a-staff-member'
import { browser } from '@/test/admin-request'
import { type Endpoint, endpointsBelow, fieldNamesOf } from '@/test/endpoints'
import { nastiestValuesFor, nastyValues, nastyValuesFor } from '@/test/nasty-values'
import { useDatabase } from '@/test/use-database'

vi.mock('next/headers', async () => (await import('@/test/admin-request')).nextHeaders)
vi.mock('next/navigation', async () => (await import('@/test/admin-request')).nextNavigation)
vi.mock('next-auth', async () => (await import('@/test/admin-request')).nextAuth)
vi.mock('react', async () => (await import('@/test/admin-request')).reactUncached())

useDatabase()

const now = new Date()
/** The row that an endpoint's URL names, by its folder, so that the code behind it is reached too. */
const rows: Record<string, string> = {}
let staff: Record<string, Staff>
let key = ''

const endpoints = (await endpointsBelow('admin')).flatMap(forEachEntity)
const preview = await endpointsBelow('(preview)')
const pages = [...endpoints, ...preview].filter(({ kind }) => kind === 'page')
const actions = endpoints.filter(({ kind }) => kind === 'action')

beforeAll(async () => {
  const petition = await aPetition('nasty')
  await signAs('nasty', 'someone@example.org', now)
  await confirmWaiting(petition, now)
  const { emailIndex } = await db().signature.findFirstOrThrow()
  key = keyText({ petitionId: petition, emailIndex })
  staff = { owner: await signInAs('owner'), moderator: await signInAs('moderator') }
  const { owner, moderator } = staff
  if (!owner || !moderator) throw new Error('no staff member is signed in')
  const rule = readRule({ petition, country: 'KR' })
  const order = readOrder({ petition, reason: 'the test' }, ['country'], now)
  if (!rule.ok || !order.ok) throw new Error('the fixture is not readable')
  const update = await createMailing(owner, petition, now)
  const asked = await requestExport(moderator, order.order, now)
  Object.assign(rows, {
    petitions: petition,
    signatures: key,
    bulk: (await createBulkAction(moderator, 'hold', '', rule.rule, now)) ?? '',
    exports: asked.ok ? asked.id : '',
    updates: update.ok ? update.id : '',
    paper: await aSheet(moderator, petition, 3, now),
    staff: moderator.id,
  })
})

let logged: ReturnType<typeof vi.spyOn>
beforeEach(() => {
  logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  expect(logged.mock.calls).toEqual([])
})

/** Signs in afresh: some endpoints end sessions. */
async function signInAs(role: StaffRole): Promise<Staff> {
  browser.cookie = `${role} ${Math.random()}`
  const { id, user, device } = await aSession(role, new Date(), browser.cookie)
  return { id: user.id, email: user.email, role, session: { id, device, factor: 'app' } }
}

function roleFor({ verb }: Endpoint): StaffRole {
  return (['owner', 'moderator', 'editor', 'auditor'] as const).find((role) => !verb || may(role, verb)) ?? 'owner'
}

/** The pages and actions that serve several kinds of entity count once for each. */
function forEachEntity(endpoint: Endpoint): Endpoint[] {
  if (!endpoint.name.includes('[entity]')) return [endpoint]
  return Object.keys(entityViews).map((entity) => ({
    ...endpoint,
    name: endpoint.name.replace('[entity]', entity),
    params: endpoint.params.filter((param) => param !== 'entity'),
    call: ((given: FormData | { params: Promise<object> }) => {
      if (!(given instanceof FormData)) {
        return endpoint.call({ ...given, params: given.params.then((params) => ({ entity, ...params })) } as never)
      }
      if (!given.has('entity')) given.append('entity', entity)
      return endpoint.call(given as never)
    }) as Endpoint['call'],
  }))
}

/** The parameters of an endpoint's URL, all valid. */
function paramsOf({ name, params }: Endpoint): Record<string, string> {
  const noun = /admin\/(?:coalition\/)?(\w[\w-]*)/.exec(name)?.[1] ?? ''
  const good: Record<string, string> = { locale: 'en', kind: 'member' }
  return Object.fromEntries(params.map((param) => [param, good[param] ?? rows[noun] ?? 'none']))
}

/** Names that a page reads from the query of its address; those of a filter are read elsewhere. */
function queryNames({ source }: Endpoint): string[] {
  const found = [
    ...source.matchAll(
      /(?:query|address|searchParams\))\.(\w+)|query\[(?:name|'(\w+)')|\{ (\w+)[^}]*\} = await searchParams/g,
    ),
  ]
  const names = found.flatMap((match) => match.slice(1).filter((name) => name !== undefined))
  const filter = /ilterQuery|ListQuery/.test(source) ? filterNames : []
  return [...new Set([...names, ...filter])]
}
const filterNames = [
  'petition',
  'state',
  'country',
  'locale',
  'via',
  'comment',
  'signal',
  'network',
  'appealed',
  'from',
  'to',
]

const fieldNames = fieldNamesOf('app/admin', 'components/admin', 'lib/coalition')

async function render(
  endpoint: Endpoint,
  params: Record<string, string>,
  query: Record<string, unknown>,
): Promise<string> {
  const made = await endpoint.call({ params: Promise.resolve(params), searchParams: Promise.resolve(query) } as never)
  const { prelude } = await prerender(createElement('div', null, made as ReactNode))
  return new Response(prelude).text()
}

/** A page is shown, or redirects. Anything else would be a 500. */
async function open(
  endpoint: Endpoint,
  params: Record<string, string>,
  query: Record<string, unknown>,
): Promise<string> {
  return render(endpoint, params, query).catch((error: Error) => {
    if (/^(redirect \/|not found)/.test(error.message)) return ''
    throw new Error(`${endpoint.name} ${JSON.stringify([params, query]).slice(0, 300)}`, { cause: error })
  })
}

test('the admin area has pages and actions, and they are found', () => {
  expect(pages.length).toBeGreaterThan(45)
  expect(actions.length).toBeGreaterThan(60)
  expect(new Set(pages.flatMap(({ name }) => nastyValuesFor(name)))).toEqual(new Set(nastyValues))
  expect(fieldNames).toEqual(
    expect.arrayContaining([
      'id',
      'entity',
      'expectedVersion',
      'expected',
      'day',
      'version',
      'slug',
      'sources',
      'domain',
      'expectedTotal',
    ]),
  )
})

test.each(pages.map((endpoint) => [endpoint.name, endpoint] as const))(
  '%s: opens whatever its address holds',
  { timeout: 300_000 },
  async (_, endpoint) => {
    await signInAs(roleFor(endpoint))
    const good = paramsOf(endpoint)
    const names = queryNames(endpoint)
    const all = (value: unknown) => Object.fromEntries([...names, 'done', 'problem'].map((name) => [name, value]))
    for (const name of endpoint.params)
      for (const value of nastyValuesFor(endpoint.name + name)) await open(endpoint, { ...good, [name]: value }, {})
    for (const value of names.length > 0 ? nastyValuesFor(endpoint.name) : ['constructor', '\0'])
      await open(endpoint, good, all(value))
    for (const name of names)
      for (const value of nastiestValuesFor(endpoint.name + name)) await open(endpoint, good, { [name]: value })
    await open(endpoint, good, all(['a', 'b']))
  },
)

test.each(actions.map((endpoint) => [endpoint.name, endpoint] as const))(
  '%s: leads to a page whatever its form holds',
  { timeout: 300_000 },
  async (_, endpoint) => {
    const noun = /admin\/(?:coalition\/)?(\w[\w-]*)/.exec(endpoint.name)?.[1] ?? ''
    const good = { id: rows[noun] ?? '', key, petition: rows.petitions ?? '' }
    const post = async (fields: Record<string, string>) => {
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.append(name, value)
      let role = roleFor(endpoint)
      for (let again = 0; again < 2; again += 1) {
        const said = await endpoint.call(form as never).then(
          (answer) => `answered ${typeof answer}`,
          (error: Error) => error.message,
        )
        if (said === 'redirect /admin/sign-in') await signInAs(role)
        else if (/^(redirect \/admin|answered object)/.test(said)) return
        else throw new Error(`${endpoint.name} ${JSON.stringify(fields).slice(0, 300)}: ${said}`)
        role = roleFor(endpoint)
      }
    }
    await signInAs(roleFor(endpoint))
    for (const value of nastyValuesFor(endpoint.name)) {
      const { entity, ...all } = Object.fromEntries(fieldNames.map((name) => [name, value]))
      await post({ ...all, ...good })
      // Without a row, and of an entity that there is not, which the actions of all entities read alike.
      if (nastiestValuesFor(endpoint.name).includes(value)) await post({ ...all, entity: entity ?? value })
    }
    const names = [...new Set([...endpoint.source.matchAll(/\(form, '(\w+)'/g)].flatMap(([, name]) => name ?? []))]
    for (const name of names)
      for (const value of nastiestValuesFor(endpoint.name + name)) await post({ ...good, [name]: value })
  },
)

test('no filter that cannot be read shows, counts or hands over anything', { timeout: 300_000 }, async () => {
  const list = pages.find(({ name }) => name === 'admin/signatures/page.tsx')
  if (!list) throw new Error('the list has moved')
  await signInAs('moderator')
  const petition = rows.petitions ?? ''
  expect(await open(list, {}, { petition })).toContain(key)
  for (const name of [...filterNames, 'sort', 'after', 'sate']) {
    for (const value of nastyValues) {
      const said = `${name}=${value.slice(0, 40)}`
      const read = readOrder({ petition, reason: 'the test', [name]: value }, ['country'], now)
      const asked = read.ok ? await requestExport(staff.moderator as Staff, read.order, now) : null
      const file = asked?.ok && (await db().dataExport.findUnique({ where: { id: asked.id } }))
      expect([said, file ? file.rows : 0]).toEqual([said, 0])
    }
    for (const value of [...nastyValuesFor(name), ['counted', 'held']]) {
      const said = `${name}=${value.slice(0, 40).toString()}`
      expect([said, (await open(list, {}, { petition, [name]: value })).includes(key)]).toEqual([said, false])
    }
  }
})
