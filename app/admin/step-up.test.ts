import { Secret, TOTP } from 'otpauth'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { db, pool } from '@/lib/db'
import { newTotpSecret } from '@/lib/staff/factor/totp'
import { encryptSecret } from '@/lib/staff/secret-box'
import { aHalfSession } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { giveCode } from './second-factor/actions'
import { invite } from './staff/actions'
import { confirmWithCode } from './step-up/actions'

let cookie: string | undefined
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (cookie && name === 'admin' ? { value: cookie } : undefined),
    getAll: () => [],
    // The session goes on under a new token, as in a browser.
    set: (name: string, value: string) => {
      if (name === 'admin') cookie = value
    },
    delete: () => undefined,
  }),
  headers: async () => new Headers(),
}))
vi.mock('next/navigation', () => ({
  redirect: (to: string) => {
    throw new Error(`redirect ${to}`)
  },
}))
vi.mock('next-auth', () => ({ default: () => undefined, getServerSession: async () => (cookie ? {} : null) }))
vi.mock('react', async (original) => ({
  ...(await original<typeof import('react')>()),
  cache: <T>(make: T) => make,
}))

useDatabase()
beforeEach(() => {
  cookie = undefined
})

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000)

/** An owner with an app, signed in; and what the app shows now. */
async function anOwner(shownAt: Date) {
  cookie = `owner ${Math.random()}`
  const { id, user } = await aHalfSession('owner', new Date(), cookie)
  const secret = newTotpSecret()
  const totp = { totpSecret: encryptSecret(secret, user.id), totpSince: ago(600) }
  await db().user.update({ where: { id: user.id }, data: totp })
  await db().session.update({ where: { id }, data: { secondFactorAt: shownAt, factor: 'app' } })
  return { id, userId: user.id, code: new TOTP({ secret: Secret.fromBase32(secret) }).generate() }
}

function form(fields: Record<string, string>): FormData {
  const made = new FormData()
  for (const [name, value] of Object.entries(fields)) made.append(name, value)
  return made
}

const where = (act: Promise<unknown>) =>
  act.then(
    () => 'nowhere',
    (error: Error) => error.message,
  )

const typed = { email: 'new-editor@example.org', role: 'auditor', reason: 'joins on Monday' }
const invited = () => db().user.count({ where: { email: typed.email } })

describe('an owner whose factor was shown 25 minutes ago', () => {
  test('invites nobody before it is shown again; then exactly what was typed is done, once', async () => {
    const { code } = await anOwner(ago(25))
    const asked = await where(invite(form(typed)))
    expect(asked).toMatch(/^redirect \/admin\/step-up\/[0-9a-f-]{36}$/)
    expect(await invited()).toBe(0)
    const request = asked.split('/').at(-1) ?? ''

    expect(await where(confirmWithCode(form({ request, code: '000000' })))).toBe(`${asked}?problem=code`)
    expect(await invited()).toBe(0)
    expect(await where(confirmWithCode(form({ request, code })))).toMatch(/^redirect \/admin\/(approvals|staff)\//)
    expect(await invited()).toBe(1)
    expect(await where(confirmWithCode(form({ request, code })))).toBe('redirect /admin?problem=no_request')
  })

  test('lasts ten minutes, and needs a verified factor', async () => {
    await anOwner(ago(9))
    expect(await where(invite(form({ ...typed, email: 'second@example.org' })))).not.toContain('step-up')
    const { id } = await anOwner(ago(25))
    const asked = await where(invite(form(typed)))
    await pool().query('UPDATE staff_session SET second_factor_at = NULL, factor = NULL WHERE id = $1', [id])
    const request = asked.split('/').at(-1) ?? ''
    expect(await where(confirmWithCode(form({ request, code: '000000' })))).toBe('redirect /admin/second-factor')
  })

  test("cannot use another person's request", async () => {
    await anOwner(ago(25))
    const request = (await where(invite(form(typed)))).split('/').at(-1) ?? ''
    const { code } = await anOwner(ago(25))
    expect(await where(confirmWithCode(form({ request, code })))).toBe('redirect /admin?problem=no_request')
  })
})

test('signing in with a code from a browser not used before is mailed to its person', async () => {
  const { id, userId, code } = await anOwner(ago(1))
  await pool().query('UPDATE staff_session SET second_factor_at = NULL, factor = NULL WHERE id = $1', [id])
  expect(await where(giveCode(form({ code })))).toBe('redirect /admin')
  expect(await db().staffNotice.count({ where: { staffId: userId, kind: 'new_browser' } })).toBe(1)
})
