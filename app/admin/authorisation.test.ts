import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { pool } from '@/lib/db'
import { allVerbs, may, needsStepUp } from '@/lib/staff/roles'
import type { StaffRole } from '@/prisma/generated/enums'
import { aHalfSession, aSession } from '@/test/a-staff-member'
import { browser } from '@/test/admin-request'
import { useDatabase } from '@/test/use-database'
import { findResumable } from './step-up/resumable'

vi.mock('next/headers', async () => (await import('@/test/admin-request')).nextHeaders)
vi.mock('next/navigation', async () => (await import('@/test/admin-request')).nextNavigation)
vi.mock('next-auth', async () => (await import('@/test/admin-request')).nextAuth)
vi.mock('react', async () => (await import('@/test/admin-request')).reactUncached())

useDatabase()

const roles: StaffRole[] = ['owner', 'moderator', 'editor', 'auditor']

/** Endpoints that need no verb, and why. Everything else must have one. */
const open: Record<string, string> = {
  'sign-in/page.tsx': 'the way in',
  'sign-in/link/page.tsx': 'the way in',
  'sign-in/actions.ts sendLink': 'the way in',
  'second-factor/page.tsx': 'asks for a session without its second factor',
  'second-factor/set-up/page.tsx': 'asks for a session, with its second factor if there is one',
  'exports/[id]/file/route.ts GET': 'leads to the page its form stands on',
  'petitions/[id]/hand-over/[delivery]/names/route.ts GET': 'leads to the page its form stands on',
  'coalition/documents/files/route.ts GET': 'leads to the page its form stands on',
  'drafts/autosave/route.ts GET': 'leads to Home, which offers what was kept',
  'second-factor/passkey/route.ts GET': 'leads to the page its form stands on',
  'second-factor/passkey/route.ts POST': 'asks for a session, with the factors that its kind of challenge needs',
  'petitions/address/route.ts GET': 'leads to the page its form stands on',
  'search/find/route.ts GET': 'leads to the page its form stands on',
  'paper/sheets/route.ts GET': 'leads to the page its form stands on',
  'second-factor/actions.ts giveCode': 'asks for a session without its second factor',
  'second-factor/actions.ts givePasskey': 'asks for a session without its second factor',
  'second-factor/actions.ts confirmApp': 'asks for a session, with its second factor if there is one',
  'second-factor/actions.ts confirmPasskey': 'asks for a session, with its second factor if there is one',
  'step-up/actions.ts confirmWithCode': 'asks for a session, and for its second factor once more',
  'step-up/actions.ts confirmWithPasskey': 'asks for a session, and for its second factor once more',
}

interface Endpoint {
  name: string
  verb: (typeof allVerbs)[number] | undefined
  actionName: string | undefined
  call: () => Promise<unknown>
}

type Callable = ((argument: unknown) => Promise<unknown>) & { verb?: (typeof allVerbs)[number]; actionName?: string }

/** The admin area, and what belongs to it by its URL only. */
const rooms = ['.', '../(preview)/admin']
const files = rooms.flatMap((room) =>
  readdirSync(join(import.meta.dirname, room), { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)),
)

async function endpoints(): Promise<Endpoint[]> {
  const found: Endpoint[] = []
  for (const path of files.filter((file) => /(page\.tsx|actions\.ts|route\.ts)$/.test(file))) {
    const module = (await import(join(import.meta.dirname, path))) as Record<string, Callable>
    for (const [name, endpoint] of Object.entries(module)) {
      if (typeof endpoint !== 'function' || name === 'generateMetadata') continue
      const argument = path.endsWith('page.tsx')
        ? { params: Promise.resolve({}), searchParams: Promise.resolve({}) }
        : path.endsWith('route.ts')
          ? new Request('http://localhost:3000/', { method: 'POST', body: new FormData() })
          : new FormData()
      found.push({
        name: name === 'default' ? path : `${path} ${name}`,
        verb: endpoint.verb,
        actionName: endpoint.actionName,
        call: () => Promise.resolve(endpoint(argument)),
      })
    }
  }
  return found
}

/** The answer to a request: `in` for anything that is not a refusal. */
async function answer({ call }: Endpoint): Promise<string> {
  try {
    const made = await call()
    if (made instanceof Response && made.headers.get('location') === '/admin/sign-in') return 'sign in'
    if (made instanceof Response && made.headers.get('location')?.startsWith('/admin/second-factor'))
      return 'second factor'
    if (made instanceof Response && made.headers.get('location')?.startsWith('/admin/step-up/')) return 'step up'
    if (made instanceof Response) return made.status === 403 || made.status === 401 ? 'refused' : 'in'
    const type = (made as { type?: { name?: string } } | null)?.type?.name
    return type === 'NotAllowed' ? 'refused' : 'in'
  } catch (error) {
    const said = String((error as Error).message)
    if (said === 'redirect /admin/sign-in') return 'sign in'
    if (said.startsWith('redirect /admin/second-factor')) return 'second factor'
    if (said.startsWith('redirect /admin/step-up/')) return 'step up'
    return said === 'redirect /admin?problem=role' || (error as Error).name === 'NotAllowed' ? 'refused' : 'in'
  }
}

const all = await endpoints()
const locked = all.filter(({ name }) => !(name in open))

beforeEach(() => {
  browser.cookie = ''
})

// Pages, actions and endpoints are called themselves: proxy.ts does not run here, as if it were deleted.
describe('every address of the admin area', () => {
  test('is found, has a verb, and the open ones are the few that lead in', () => {
    expect(all.length).toBeGreaterThan(10)
    expect(locked.filter(({ verb }) => !verb || !allVerbs.includes(verb))).toEqual([])
    expect(Object.keys(open).filter((name) => !all.some((endpoint) => endpoint.name === name))).toEqual([])
  })

  test.each(locked.map((endpoint) => [endpoint.name, endpoint] as const))(
    '%s: refused without a session',
    async (_, endpoint) => {
      expect(await answer(endpoint)).toBe('sign in')
      browser.cookie = 'made up'
      expect(await answer(endpoint)).toBe('sign in')
    },
  )

  test.each(locked.map((endpoint) => [endpoint.name, endpoint] as const))(
    '%s: refused with one factor only',
    async (_, endpoint) => {
      browser.cookie = `half ${Math.random()}`
      await aHalfSession('owner', new Date(), browser.cookie)
      expect(['second factor', 'sign in']).toContain(await answer(endpoint))
    },
  )

  test.each(locked.map((endpoint) => [endpoint.name, endpoint] as const))('%s: by role', async (_, endpoint) => {
    for (const role of roles) {
      browser.cookie = `${role} ${Math.random()}`
      await aSession(role, new Date(), browser.cookie)
      const expected = endpoint.verb && may(role, endpoint.verb) ? 'in' : 'refused'
      expect(`${role} ${await answer(endpoint)}`).toBe(`${role} ${expected}`)
    }
  })

  // Pages only show; what acts asks for the factor again, by its verb.
  const acting = locked.filter(({ name }) => !name.endsWith('page.tsx'))
  test.each(acting.map((endpoint) => [endpoint.name, endpoint] as const))(
    '%s: 25 minutes after the factor',
    async (_, endpoint) => {
      const role = roles.find((one) => endpoint.verb && may(one, endpoint.verb)) ?? 'owner'
      browser.cookie = `stale ${Math.random()}`
      const { id } = await aHalfSession(role, new Date(), browser.cookie)
      await pool().query(
        `UPDATE staff_session SET second_factor_at = now() - interval '25 minutes', factor = 'app' WHERE id = $1`,
        [id],
      )
      expect(await answer(endpoint)).toBe(endpoint.verb && needsStepUp(endpoint.verb) ? 'step up' : 'in')
    },
  )

  test('what asks for the factor again is found by its name afterwards', () => {
    const named = acting.filter(({ name, verb }) => name.includes('actions.ts') && verb && needsStepUp(verb))
    expect(named.length).toBeGreaterThan(10)
    const names = named.map(({ actionName }) => actionName ?? '')
    expect(new Set(names).size).toBe(names.length)
    expect(named.filter(({ actionName, verb }) => findResumable(actionName ?? '')?.verb !== verb)).toEqual([])
  })
})
