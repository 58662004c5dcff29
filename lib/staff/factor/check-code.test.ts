import { Secret, TOTP } from 'otpauth'
import { describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { aHalfSession } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { findStaffSession, type StaffSession } from '../find-staff-session'
import { tokenHash } from '../session-adapter'
import { checkCode } from './check-code'
import { enrolTotp, totpToEnrol } from './enrol-totp'

useDatabase()

const now = new Date('2026-03-01T12:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const code = (secret: string, at: Date) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() })

async function enrolled() {
  const session = await aHalfSession('moderator', now)
  const secret = await totpToEnrol(session)
  const codes = await enrolTotp(session, code(secret, now), now)
  if (!codes) throw new Error('not enrolled')
  return { session, secret, codes }
}

/** Of the same person, by another link. */
async function anotherSession({ user }: StaffSession): Promise<StaffSession> {
  const expires = later(1800)
  const sessionToken = tokenHash(`another of ${user.id}`)
  await db().session.create({ data: { sessionToken, userId: user.id, expires, createdAt: now } })
  const session = await findStaffSession(sessionToken, now)
  if (!session) throw new Error('no session')
  return session
}

describe('the second factor', () => {
  test('a code is accepted once, and not again within its thirty seconds', async () => {
    const { session, secret } = await enrolled()
    expect(await checkCode(session, code(secret, now), later(5))).toEqual({ ok: false, reason: 'wrong' })
    const at = later(60)
    const tries = await Promise.all(Array.from({ length: 10 }, () => checkCode(session, code(secret, at), at)))
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('after eight wrong codes even the right one is refused for a quarter of an hour', async () => {
    const { session, secret } = await enrolled()
    for (let i = 0; i < 8; i++) await checkCode(session, '000000', later(100))
    expect(await checkCode(session, code(secret, later(101)), later(101))).toEqual({ ok: false, reason: 'locked' })
    expect(await checkCode(session, code(secret, later(1100)), later(1100))).toEqual({ ok: true })
  })

  test('a recovery code stands in once, however it is typed', async () => {
    const { session, codes } = await enrolled()
    const typed = ` ${codes[3]?.toUpperCase().replaceAll('-', ' ')} `
    expect(await checkCode(session, typed, later(90))).toEqual({ ok: true })
    expect(await checkCode(session, typed, later(91))).toEqual({ ok: false, reason: 'wrong' })
    const row = await db().session.findUniqueOrThrow({ where: { id: session.id } })
    expect(row).toMatchObject({ factor: 'recovery code', secondFactorAt: later(90) })
  })

  test('one person’s codes are useless to another, and the database holds neither secret nor codes', async () => {
    const one = await enrolled()
    const other = await enrolled()
    expect(await checkCode(other.session, one.codes[0] ?? '', later(90))).toMatchObject({ ok: false })
    const user = await db().user.findUniqueOrThrow({ where: { id: one.session.user.id } })
    expect(Buffer.from(user.totpSecret ?? []).toString('latin1')).not.toContain(one.secret)
  })

  test('is set up once: a second secret requires removing the first', async () => {
    const { session, secret } = await enrolled()
    expect(await enrolTotp(session, code(secret, later(90)), later(90))).toBeNull()
  })

  test('whoever followed an earlier link of the person has seen another secret, which no session accepts', async () => {
    const thief = await aHalfSession('moderator', now)
    const seen = await totpToEnrol(thief)
    expect(await totpToEnrol(thief)).toBe(seen)
    const own = await anotherSession(thief)
    const secret = await totpToEnrol(own)
    expect(secret).not.toBe(seen)
    expect(await enrolTotp(own, code(seen, now), now)).toBeNull()
    expect(await enrolTotp(own, code(secret, now), now)).toHaveLength(10)
    expect(await enrolTotp(thief, code(seen, later(60)), later(60))).toBeNull()
    expect(await checkCode(own, code(seen, later(120)), later(120))).toEqual({ ok: false, reason: 'wrong' })
    expect(await db().session.count({ where: { userId: own.user.id, totpSecret: { not: null } } })).toBe(0)
  })

  test('two tabs of one session show one secret', async () => {
    const session = await aHalfSession('moderator', now)
    expect(new Set(await Promise.all(Array.from({ length: 5 }, () => totpToEnrol(session)))).size).toBe(1)
  })

  test('a session that was opened before the person had a passkey sets up no app without it', async () => {
    const session = await aHalfSession('moderator', now)
    const secret = await totpToEnrol(session)
    const data = {
      id: 'a',
      userId: session.user.id,
      publicKey: Buffer.alloc(1),
      counter: 0n,
      name: 'Key',
      createdAt: now,
    }
    await db().passkey.create({ data: { ...data, transports: [] } })
    expect(await enrolTotp(session, code(secret, now), now)).toBeNull()
  })
})
