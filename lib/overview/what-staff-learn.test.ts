import { beforeEach, describe, expect, test } from 'vitest'
import { db, pool } from '@/lib/db'
import { noteBrowser } from '@/lib/staff/browser/note-browser'
import { purgeBrowsers } from '@/lib/staff/browser/purge-browsers'
import { checkCode } from '@/lib/staff/factor/check-code'
import { confirmedSignatures } from '@/test/a-ledger'
import { aPetition } from '@/test/a-petition'
import { aHalfSession, aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { notifyWaiting } from './notify-waiting'

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

test('appeals and held signatures are mailed as numbers, when there are more and once a day, to those who may release', async () => {
  const [moderator, editor] = [await aStaffMember('moderator', now), await aStaffMember('editor', now)]
  const id = await aPetition('waiting')
  await confirmedSignatures(id, 10, now)
  const hold = (many: number) =>
    pool().query(
      `UPDATE signature SET state = 'held' WHERE petition_id = $1 AND email_index IN (
         SELECT email_index FROM signature WHERE petition_id = $1 ORDER BY email_index LIMIT $2)`,
      [id, many],
    )
  const mailed = () => db().staffNotice.updateMany({ where: { mailedAt: null }, data: { mailedAt: now } })
  await notifyWaiting(now)
  expect(await told(moderator.id)).toEqual([])
  await hold(3)
  await notifyWaiting(now)
  await notifyWaiting(minutes(1))
  expect(await told(moderator.id)).toEqual(['held_waiting'])
  await mailed()
  await hold(5)
  await notifyWaiting(minutes(2))
  expect(await told(moderator.id)).toHaveLength(1)
  await hold(6)
  await notifyWaiting(minutes(3))
  await pool().query('UPDATE signature SET appealed_at = $2 WHERE petition_id = $1 AND state = $3', [id, now, 'held'])
  await notifyWaiting(minutes(4))
  expect(await told(moderator.id)).toEqual(['held_waiting', 'held_waiting', 'appeals_waiting'])
  await mailed()
  await notifyWaiting(minutes(25 * 60))
  expect(await told(moderator.id)).toHaveLength(5)
  expect(await told(editor.id)).toEqual([])
  const details = await db().staffNotice.findMany({ where: { staffId: moderator.id } })
  expect(details.every(({ detail }) => /^\{"count":"\d+"\}$/.test(detail))).toBe(true)
})
