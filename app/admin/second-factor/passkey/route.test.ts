import { beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { keepRequest, type StepUpRequest } from '@/lib/staff/step-up/keep-request'
import { aHalfSession, aStaffMember } from '@/test/a-staff-member'
import { browser, formOf } from '@/test/admin-request'
import { useDatabase } from '@/test/use-database'
import { POST } from './route'

vi.mock('next/headers', async () => (await import('@/test/admin-request')).nextHeaders)
vi.mock('next/navigation', async () => (await import('@/test/admin-request')).nextNavigation)
vi.mock('next-auth', async () => (await import('@/test/admin-request')).nextAuth)
vi.mock('react', async () => (await import('@/test/admin-request')).reactUncached())

useDatabase()

const now = new Date()
const wish: StepUpRequest = { verb: 'export.personal', action: '', fields: [], back: '/admin/exports' }
let session = ''
let request = ''

beforeEach(async () => {
  browser.cookie = `owner ${Math.random()}`
  const { id, user, device } = await aHalfSession('owner', now, browser.cookie)
  session = id
  const by = { id: user.id, email: user.email, role: 'owner', session: { id, device, factor: 'app' } } as const
  request = await keepRequest(by, wish, now)
})

const withBothFactors = () =>
  db().session.update({ where: { id: session }, data: { secondFactorAt: now, factor: 'app' } })

function confirm(id: string, headers: Record<string, string> = {}): Promise<Response> {
  const body = formOf({ kind: 'confirm', request: id })
  return POST(new Request('http://localhost:3000/admin/second-factor/passkey', { method: 'POST', body, headers }))
}

test('a request is confirmed in its own session, which has shown a second factor', async () => {
  await withBothFactors()
  const answer = await confirm(request)
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ challenge: expect.any(String), userVerification: 'required' })
})

test('not by a session that has only followed its link, nor by none', async () => {
  expect((await confirm(request)).status).toBe(404)
  browser.cookie = ''
  expect((await confirm(request)).status).toBe(404)
})

test('not one of another session, nor one that there is none', async () => {
  await withBothFactors()
  const others = await keepRequest(await aStaffMember('owner', now), wish, now)
  for (const id of [others, crypto.randomUUID(), 'no id', '']) expect((await confirm(id)).status).toBe(404)
})

test('not from a page elsewhere', async () => {
  await withBothFactors()
  expect((await confirm(request, { origin: 'https://elsewhere.example' })).status).toBe(403)
})
