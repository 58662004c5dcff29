import { beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import type { StaffSession } from '@/lib/staff/find-staff-session'
import { renewToken } from '@/lib/staff/renew-token'
import { tokenHash } from '@/lib/staff/session-adapter'
import { aHalfSession } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { requireFresh, sessionToCheck, sessionToEnrol } from './factor-session'

vi.mock('next/navigation', () => ({
  redirect: (to: string) => {
    throw new Error(to)
  },
}))
let session: StaffSession | null = null
vi.mock('./find-session', () => ({ findSession: async () => session }))

useDatabase()

beforeEach(async () => {
  session = await aHalfSession('editor', new Date())
})

/** As if the factor had been verified this many minutes ago. */
function shown(minutes: number | null, hasTotp = true): void {
  if (!session) return
  const secondFactorAt = minutes === null ? null : new Date(Date.now() - minutes * 60_000)
  session = { ...session, secondFactorAt, factor: 'app', user: { ...session.user, hasTotp } }
}

const answer = (ask: () => Promise<unknown>) =>
  ask().then(
    () => 'in',
    (error: Error) => error.message,
  )

test.each([
  ['just now', 1, true, { check: '/admin', enrol: 'in', fresh: 'in' }],
  ['a while ago', 16, true, { check: 'in', enrol: '/admin/second-factor', fresh: '/admin/second-factor' }],
  ['not yet', null, true, { check: 'in', enrol: '/admin/second-factor', fresh: '/admin/second-factor' }],
  [
    'never, as there is none',
    null,
    false,
    { check: '/admin/second-factor/set-up', enrol: 'in', fresh: '/admin/second-factor' },
  ],
] as const)('a factor shown %s', async (_, minutes, hasTotp, expected) => {
  shown(minutes, hasTotp)
  expect({
    check: await answer(sessionToCheck),
    enrol: await answer(sessionToEnrol),
    fresh: await answer(requireFresh),
  }).toEqual(expected)
})

test('after a factor is verified, the session continues under a new token only', async () => {
  if (!session) throw new Error('no session')
  const before = (await db().session.findUniqueOrThrow({ where: { id: session.id } })).sessionToken
  const token = await renewToken(session.id)
  const after = (await db().session.findUniqueOrThrow({ where: { id: session.id } })).sessionToken
  expect(after).toBe(tokenHash(token))
  expect(after).not.toBe(before)
})
