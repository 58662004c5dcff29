import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { db, pool } from '@/lib/db'
import { useDatabase } from '@/test/use-database'
import { firstOwner } from '../staff-accounts/first-owner'
import { inviteFromServer } from '../staff-accounts/invite-staff'
import { staffSecret } from './encrypt-secret'
import { findStaffSession } from './find-staff-session'
import { requestSignInLink } from './request-sign-in-link'
import { sessionAdapter, tokenHash } from './session-adapter'

useDatabase()

const now = new Date()

async function invited(email: string) {
  const result = await inviteFromServer(email, 'moderator', now)
  if (!result.ok) throw new Error(result.reason)
  const token = new URL(result.link).searchParams.get('token') ?? ''
  const user = await db().user.findUniqueOrThrow({ where: { email } })
  return { user, hash: createHash('sha256').update(`${token}${staffSecret()}`).digest('hex'), link: result.link }
}

test('a link is spent once, by one of twenty, and spends the person’s other links', async () => {
  const { hash } = await invited('link@example.org')
  const second = await invited('link@example.org')
  const use = async () => sessionAdapter().useVerificationToken?.({ identifier: '', token: hash })
  const used = await Promise.all(Array.from({ length: 20 }, use))
  expect(used.filter(Boolean)).toHaveLength(1)
  expect(await sessionAdapter().useVerificationToken?.({ identifier: '', token: second.hash })).toBeNull()
})

test('a session ends eight hours after it began, however much it is used; its token is not in the database', async () => {
  const { user } = await invited('long@example.org')
  const adapter = sessionAdapter()
  const soon = new Date(Date.now() + 1_800_000)
  await adapter.createSession?.({ sessionToken: 'secret-token', userId: user.id, expires: soon })
  await adapter.updateSession?.({ sessionToken: 'secret-token', expires: new Date(Date.now() + 9 * 3_600_000) })
  const row = await db().session.findUniqueOrThrow({ where: { sessionToken: tokenHash('secret-token') } })
  expect(row.expires.getTime() - row.createdAt.getTime()).toBe(8 * 3_600_000)
  const { rows } = await pool().query(`SELECT 1 FROM staff_session WHERE session_token LIKE '%secret-token%'`)
  expect(rows).toEqual([])
})

test('a disabled person has no session', async () => {
  const { user } = await invited('gone@example.org')
  const expires = new Date(Date.now() + 1_800_000)
  await sessionAdapter().createSession?.({ sessionToken: 'of-gone', userId: user.id, expires })
  expect(await findStaffSession(tokenHash('of-gone'), new Date())).not.toBeNull()
  await db().user.update({ where: { id: user.id }, data: { disabledAt: new Date() } })
  expect(await findStaffSession(tokenHash('of-gone'), new Date())).toBeNull()
  expect(await sessionAdapter().getSessionAndUser?.('of-gone')).toBeNull()
})

test('nobody becomes staff by signing in, and requesting a link reveals nothing', async () => {
  await invited('known@example.org')
  await expect(sessionAdapter().createUser?.({ email: 'new@example.org', emailVerified: null })).rejects.toThrow()
  const mails = () => db().mail.count({ where: { kind: 'staff_link' } })
  await requestSignInLink('unknown@example.org', now, '203.0.113.0/24')
  await requestSignInLink('not an address', now, null)
  expect(await mails()).toBe(0)
  for (let i = 0; i < 5; i++) await requestSignInLink('KNOWN@example.org', now, '203.0.113.0/24')
  expect(await mails()).toBe(2)
  // A stranger's requests do not block the person's own.
  await requestSignInLink('known@example.org', now, '198.51.100.0/24')
  expect(await mails()).toBe(3)
})

test('next-auth finds people by id and address only, and learns only who they are', async () => {
  const { user } = await invited('found@example.org')
  const adapter = sessionAdapter()
  const person = { id: user.id, email: user.email, emailVerified: null }
  expect(await adapter.getUser?.(user.id)).toEqual(person)
  expect(await adapter.getUserByEmail?.(user.email)).toEqual(person)
  expect(await adapter.getUserByEmail?.('other@example.org')).toBeNull()
  expect(await adapter.updateUser?.({ id: user.id, emailVerified: now })).toEqual({ ...person, emailVerified: now })
  expect(await adapter.getUserByAccount?.({ provider: 'google', providerAccountId: '1' })).toBeNull()
  const account = { userId: user.id, type: 'oauth', provider: 'google', providerAccountId: '1' } as const
  await expect(adapter.linkAccount?.(account)).rejects.toThrow()
  const link = { identifier: user.email, token: 'x', expires: now }
  await expect(adapter.createVerificationToken?.(link)).rejects.toThrow()
})

test('the first owner gets a link until an owner can sign in', async () => {
  const owner = await firstOwner(now)
  expect(owner?.link).toMatch(/\/admin\/sign-in\/link\?token=[\w-]{43}$/)
  await db().user.updateMany({ where: { role: 'owner' }, data: { totpSince: now } })
  expect(await firstOwner(now)).toBeNull()
})
