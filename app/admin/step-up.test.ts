import { Secret, TOTP } from 'otpauth'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { db, pool } from '@/lib/db'
import { env } from '@/lib/env'
import { keyText } from '@/lib/signatures/admin/signature-key'
import { encryptSecret } from '@/lib/staff/encrypt-secret'
import { newTotpSecret } from '@/lib/staff/factor/totp'
import { aPetition } from '@/test/a-petition'
import { aHalfSession } from '@/test/a-staff-member'
import { browser, formOf, outcomeOf } from '@/test/admin-request'
import { heldSignatures } from '@/test/held-signatures'
import { useDatabase } from '@/test/use-database'
import { giveCode } from './second-factor/actions'
import { showSignature } from './signatures/actions'
import { invite } from './staff/actions'
import { confirmWithCode } from './step-up/actions'

vi.mock('next/headers', async () => (await import('@/test/admin-request')).nextHeaders)
vi.mock('next/navigation', async () => (await import('@/test/admin-request')).nextNavigation)
vi.mock('next-auth', async () => (await import('@/test/admin-request')).nextAuth)
vi.mock('react', async () => (await import('@/test/admin-request')).reactUncached())

useDatabase()
beforeEach(() => {
  Object.assign(browser, { cookie: '', referer: '', at: '' })
})

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000)

/** An owner with an app, signed in; and what the app shows now. */
async function anOwner(shownAt: Date) {
  browser.cookie = `owner ${Math.random()}`
  const { id, user } = await aHalfSession('owner', new Date(), browser.cookie)
  const secret = newTotpSecret()
  const totp = { totpSecret: encryptSecret(secret, user.id), totpSince: ago(600) }
  await db().user.update({ where: { id: user.id }, data: totp })
  await db().session.update({ where: { id }, data: { secondFactorAt: shownAt, factor: 'app' } })
  return { id, userId: user.id, code: new TOTP({ secret: Secret.fromBase32(secret) }).generate() }
}

const typed = { email: 'new-editor@example.org', role: 'auditor', reason: 'joins on Monday' }
const invited = () => db().user.count({ where: { email: typed.email } })

describe('an owner whose factor was shown 25 minutes ago', () => {
  test('invites nobody before it is shown again; then exactly what was typed is done, once', async () => {
    const { code } = await anOwner(ago(25))
    const asked = await outcomeOf(invite(formOf(typed)))
    expect(asked).toMatch(/^redirect \/admin\/step-up\/[0-9a-f-]{36}$/)
    expect(await invited()).toBe(0)
    const request = asked.split('/').at(-1) ?? ''

    expect(await outcomeOf(confirmWithCode(formOf({ request, code: '000000' })))).toBe(`${asked}?problem=code`)
    expect(await invited()).toBe(0)
    expect(await outcomeOf(confirmWithCode(formOf({ request, code })))).toMatch(
      /^redirect \/admin\/(approvals|staff)\//,
    )
    expect(await invited()).toBe(1)
    expect(await outcomeOf(confirmWithCode(formOf({ request, code })))).toBe('redirect /admin?problem=no_request')
  })

  test('lasts ten minutes, and needs a verified factor', async () => {
    await anOwner(ago(9))
    expect(await outcomeOf(invite(formOf({ ...typed, email: 'second@example.org' })))).not.toContain('step-up')
    const { id } = await anOwner(ago(25))
    const asked = await outcomeOf(invite(formOf(typed)))
    await pool().query('UPDATE staff_session SET second_factor_at = NULL, factor = NULL WHERE id = $1', [id])
    const request = asked.split('/').at(-1) ?? ''
    expect(await outcomeOf(confirmWithCode(formOf({ request, code: '000000' })))).toBe('redirect /admin/second-factor')
  })

  test("cannot use another person's request", async () => {
    await anOwner(ago(25))
    const request = (await outcomeOf(invite(formOf(typed)))).split('/').at(-1) ?? ''
    const { code } = await anOwner(ago(25))
    expect(await outcomeOf(confirmWithCode(formOf({ request, code })))).toBe('redirect /admin?problem=no_request')
  })
})

test('what is opened from a list leads back to it, also by way of the second factor and a wrong code', async () => {
  const { code } = await anOwner(ago(25))
  await heldSignatures(await aPetition('back'), [{ name: 'Test Signer', email: 'signer@example.org' }], new Date())
  const key = keyText(await db().signature.findFirstOrThrow())
  const back = '?back=/admin/signatures?state%3Dheld'
  browser.referer = `${env().ADMIN_URL}/admin/signatures/${key}${back}`
  const asked = (await outcomeOf(showSignature(formOf({ key, why: 'signer asked' })))).replace('redirect ', '')
  expect(asked).toMatch(/^\/admin\/step-up\/[0-9a-f-]{36}\?back=/)
  const request = /[0-9a-f-]{36}/.exec(asked)?.[0] ?? ''
  browser.at = asked
  const again = await outcomeOf(confirmWithCode(formOf({ request, code: '000000' })))
  expect(again).toBe(`redirect /admin/step-up/${request}?problem=code&${back.slice(1)}`)
  const opened = await outcomeOf(confirmWithCode(formOf({ request, code })))
  expect(opened).toMatch(
    new RegExp(`^redirect /admin/signatures/${key}\\?opened=.*&back=/admin/signatures\\?state%3Dheld$`),
  )
})

test('signing in with a code from a browser not used before is mailed to its person', async () => {
  const { id, userId, code } = await anOwner(ago(1))
  await pool().query('UPDATE staff_session SET second_factor_at = NULL, factor = NULL WHERE id = $1', [id])
  expect(await outcomeOf(giveCode(formOf({ code })))).toBe('redirect /admin')
  expect(await db().staffNotice.count({ where: { staffId: userId, kind: 'new_browser' } })).toBe(1)
})
