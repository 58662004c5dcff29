import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { noteBrowser } from '@/lib/staff/browser/note-browser'
import { purgeBrowsers } from '@/lib/staff/browser/purge-browsers'
import { checkCode } from '@/lib/staff/factor/check-code'
import { aHalfSession, aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'

useDatabase()
beforeEach(async () => void (await db().user.deleteMany()))

const now = new Date('2026-11-28T10:00:00Z')
const minutes = (n: number) => new Date(now.getTime() + n * 60_000)
const told = async (staffId: string) =>
  (await db().staffNotice.findMany({ where: { staffId }, orderBy: { noticedAt: 'asc' } })).map(({ kind }) => kind)

describe('a sign-in', () => {
  test('from a new browser is mailed to its person; from a known one, or the very first, it is not', async () => {
    const session = await aHalfSession('moderator', now)
    const { id } = session.user
    const enrolled = { ...session, user: { ...session.user, hasTotp: true } }
    const first = await noteBrowser(session, undefined, now)
    expect(await told(id)).toEqual([])
    expect(await noteBrowser(enrolled, first, minutes(60))).toBe(first)
    expect(await told(id)).toEqual([])
    const other = await noteBrowser(enrolled, undefined, minutes(120))
    expect(other).not.toBe(first)
    expect(await told(id)).toEqual(['new_browser'])
    // Enrolled again after a reset: the factors are gone, the browsers are known.
    await noteBrowser(session, undefined, minutes(180))
    expect(await told(id)).toEqual(['new_browser', 'new_browser'])
  })

  test('of another person in a known browser is new for them; an invented cookie is not known', async () => {
    const one = await aHalfSession('owner', now)
    const cookie = await noteBrowser(one, undefined, now)
    const two = await aHalfSession('owner', now)
    await noteBrowser({ ...two, user: { ...two.user, hasTotp: true } }, cookie, now)
    expect(await told(two.user.id)).toEqual(['new_browser'])
    expect(await noteBrowser(one, 'short', now)).toMatch(/^[A-Za-z0-9_-]{43}$/)
    const rows = await db().staffBrowser.findMany()
    expect(JSON.stringify(rows.map((row) => Buffer.from(row.tokenHash).toString('latin1')))).not.toContain(cookie)
    await purgeBrowsers(minutes(401 * 24 * 60))
    expect(await db().staffBrowser.count()).toBe(0)
  })
})

test('the first lock after wrong codes is mailed to its person and the owners, once a day', async () => {
  const owner = await aStaffMember('owner', now)
  const session = await aHalfSession('moderator', now)
  const guess = async (at: Date) => {
    for (let i = 0; i < 9; i += 1) await checkCode(session, '000000', at)
  }
  await guess(now)
  await guess(minutes(20))
  expect(await told(session.user.id)).toEqual(['codes_locked'])
  expect(await told(owner.id)).toEqual(['staff_locked'])
  await guess(minutes(25 * 60))
  expect(await told(session.user.id)).toHaveLength(2)
})
