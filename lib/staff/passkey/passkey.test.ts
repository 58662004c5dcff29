import { describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { aHalfSession } from '@/test/a-staff-member'
import { softwareAuthenticator } from '@/test/software-authenticator'
import { useDatabase } from '@/test/use-database'
import { removeApp, removePasskey } from '../factor/remove-factor'
import { findStaffSession, staffOf } from '../find-staff-session'
import { tokenHash } from '../session-adapter'
import { addPasskey } from './add-passkey'
import { beginAdding, beginAssertion } from './begin-passkey'
import { listPasskeys } from './list-passkeys'
import { verifyPasskey } from './show-passkey'

useDatabase()

const now = new Date('2026-03-01T12:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const origin = () => new URL(env().SITE_URL).origin

/** A person who has set up a passkey, and a fresh session of theirs that asks for it. */
async function withPasskey() {
  const session = await aHalfSession('moderator', now)
  const key = softwareAuthenticator()
  const { challenge } = await beginAdding(session, now)
  const added = await addPasskey(session, 'Key', key.create({ challenge, origin: origin() }), now)
  if (!added.ok) throw new Error(added.reason)
  return { session: await again(session.user.id), key, codes: added.codes }
}

async function again(userId: string) {
  const sessionToken = tokenHash(`${userId} ${Math.random()}`)
  await db().session.create({ data: { sessionToken, userId, expires: later(3600), createdAt: now } })
  const session = await findStaffSession(sessionToken, now)
  if (!session) throw new Error('no session')
  return session
}

const passed = async (id: string) => (await db().session.findUniqueOrThrow({ where: { id } })).factor

describe('a passkey', () => {
  test('is set up, brings recovery codes, and is the second factor next time', async () => {
    const { session, key, codes } = await withPasskey()
    expect(codes).toHaveLength(10)
    const { challenge, userVerification, rpId, allowCredentials } = await beginAssertion(session, now)
    expect({ userVerification, rpId }).toEqual({ userVerification: 'required', rpId: 'localhost' })
    expect(allowCredentials?.map(({ id }) => id)).toEqual([key.id])
    expect(await verifyPasskey(session, key.get({ challenge, origin: origin() }), later(10))).toBe(true)
    expect(await passed(session.id)).toBe('passkey')
  })

  test('answers a challenge once', async () => {
    const { session, key } = await withPasskey()
    const { challenge } = await beginAssertion(session, now)
    const answer = key.get({ challenge, origin: origin() })
    const tries = await Promise.all(Array.from({ length: 5 }, () => verifyPasskey(session, answer, later(5))))
    expect(tries.filter(Boolean)).toHaveLength(1)
    expect(await verifyPasskey(session, answer, later(6))).toBe(false)
  })

  test.each([
    ['from another origin', { origin: 'https://petition.example.net' }],
    ['over another challenge', { challenge: 'A'.repeat(43) }],
    ['for another site', { rpId: 'example.net' }],
    ['without finger or PIN', { verified: false }],
  ])('is refused %s', async (_, wrong) => {
    const { session, key } = await withPasskey()
    const { challenge } = await beginAssertion(session, now)
    expect(await verifyPasskey(session, key.get({ challenge, origin: origin(), ...wrong }), now)).toBe(false)
    expect(await passed(session.id)).toBeNull()
  })

  test('is refused in another session, of the same person or of another', async () => {
    const one = await withPasskey()
    const { challenge } = await beginAssertion(one.session, now)
    const answer = one.key.get({ challenge, origin: origin() })
    const second = await again(one.session.user.id)
    expect(await verifyPasskey(second, answer, now)).toBe(false)
    const other = await withPasskey()
    const theirs = await beginAssertion(other.session, now)
    expect(
      await verifyPasskey(other.session, one.key.get({ challenge: theirs.challenge, origin: origin() }), now),
    ).toBe(false)
    // The first session's challenge is still valid for it.
    expect(await verifyPasskey(one.session, answer, now)).toBe(true)
  })

  test('is refused late, for a challenge of another purpose, and as nonsense', async () => {
    const { session, key } = await withPasskey()
    const late = await beginAssertion(session, now)
    expect(await verifyPasskey(session, key.get({ ...late, origin: origin() }), later(301))).toBe(false)
    const adding = await beginAdding(session, now)
    expect(await verifyPasskey(session, key.get({ challenge: adding.challenge, origin: origin() }), now)).toBe(false)
    for (const typed of ['', '{}', '[]', 'null', '{"id":1}', `{"id":"${key.id}"}`]) {
      await beginAssertion(session, now)
      expect(await verifyPasskey(session, typed, now)).toBe(false)
    }
  })

  test('with a counter that does not advance is a copy', async () => {
    const { session, key } = await withPasskey()
    const show = async (counter: number) => {
      const { challenge } = await beginAssertion(session, now)
      return verifyPasskey(session, key.get({ challenge, origin: origin(), counter }), now)
    }
    expect([await show(5), await show(5), await show(4), await show(0), await show(6)]).toEqual([
      true,
      false,
      false,
      false,
      true,
    ])
  })

  test.each([
    ['from another origin', { origin: 'https://petition.example.net' }],
    ['without finger or PIN', { verified: false }],
    ['over another challenge', { challenge: 'B'.repeat(43) }],
  ])('is not added %s', async (_, wrong) => {
    const session = await aHalfSession('editor', now)
    const { challenge } = await beginAdding(session, now)
    const answer = softwareAuthenticator().create({ challenge, origin: origin(), ...wrong })
    expect(await addPasskey(session, '', answer, now)).toEqual({ ok: false, reason: 'passkey' })
    expect(await listPasskeys(session.user.id)).toEqual([])
  })

  test('of one person cannot become that of another', async () => {
    const { key } = await withPasskey()
    const session = await aHalfSession('editor', now)
    const { challenge } = await beginAdding(session, now)
    expect(await addPasskey(session, '', key.create({ challenge, origin: origin() }), now)).toMatchObject({ ok: false })
  })

  test('can be removed by its owner, but never the last factor, even if two are removed at once', async () => {
    const { session, key } = await withPasskey()
    const { challenge } = await beginAssertion(session, now)
    await verifyPasskey(session, key.get({ challenge, origin: origin() }), now)
    const full = await findStaffSession(
      (await db().session.findUniqueOrThrow({ where: { id: session.id } })).sessionToken,
      now,
    )
    const by = full && staffOf(full, now)
    if (!full || !by) throw new Error('not signed in')
    expect(await removePasskey(by, key.id, now)).toEqual({ ok: false, reason: 'last_factor' })
    expect(await removeApp(by, now)).toEqual({ ok: false, reason: 'last_factor' })

    const second = softwareAuthenticator()
    const adding = await beginAdding(full, now)
    const answer = second.create({ challenge: adding.challenge, origin: origin() })
    expect(await addPasskey(full, 'Drawer', answer, now)).toEqual({ ok: true, codes: null })
    expect(await removePasskey((await aStranger()).by, key.id, now)).toMatchObject({ ok: false })
    const both = await Promise.all([removePasskey(by, key.id, now), removePasskey(by, second.id, now)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await listPasskeys(by.id)).toHaveLength(1)
    const verbs = await db().auditEntry.findMany({ where: { subject: `staff:${by.id}` }, orderBy: { seq: 'asc' } })
    expect(verbs.map(({ verb }) => verb)).toEqual(['factor.add', 'staff.sign_in', 'factor.add', 'factor.remove'])
  })
})

async function aStranger() {
  const { session } = await withPasskey()
  const by = staffOf({ ...session, secondFactorAt: now, factor: 'passkey' }, now)
  if (!by) throw new Error('not signed in')
  return { by }
}
