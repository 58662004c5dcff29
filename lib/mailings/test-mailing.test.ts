import { beforeEach, expect, test } from 'vitest'
import { db, pool } from '@/lib/db'
import type { ComposedMail, Driver } from '@/lib/mail/gateway/driver'
import { sendDue } from '@/lib/mail/send-due'
import type { Staff } from '@/lib/staff/staff'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { createMailing, saveMailingText } from './draft'
import { composeTest, mailTest } from './test-mailing'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
let made = 0
let editor: Staff
let received: ComposedMail[] = []

beforeEach(async () => {
  await pool().query('TRUNCATE mail, mailing CASCADE')
  editor = await aStaffMember('editor', now)
  received = []
})

const driver: Driver = {
  batchSize: 100,
  send: async ({ mails }) => {
    received.push(...mails)
    return mails.map(() => ({ kind: 'accepted' }))
  },
  close: async () => undefined,
}
const send = (at = later(1)) => sendDue(driver, { mailing_test: composeTest }, () => at)

async function draft(texts: Record<string, string>): Promise<string> {
  const begun = await createMailing(editor, await aPetition(`tested-${made++}`), now)
  if (!begun.ok) throw new Error(begun.reason)
  for (const [locale, subject] of Object.entries(texts))
    await saveMailingText(editor, { id: begun.id, locale, revision: 0 }, { subject, body: `Body of ${subject}` }, now)
  return begun.id
}

test('a test goes to the address of who asks, and to nobody else, in each language that has a text; it is on record', async () => {
  await aStaffMember('owner', now)
  const id = await draft({ en: 'News', ko: '소식' })
  expect(await mailTest(editor, id, now)).toEqual({ ok: true, languages: 2 })
  await send()
  expect(
    received.map(({ to, subject }) => [to, subject]).toSorted(([, a = ''], [, b = '']) => a.localeCompare(b)),
  ).toEqual([
    [editor.email, '[Test] News'],
    [editor.email, '[Test] 소식'],
  ])
  expect(received[0]?.text).toContain('Body of')
  for (const { headers } of received) expect(Object.keys(headers ?? {}).join()).not.toMatch(/Unsubscribe/)
  const logged = await db().auditEntry.findMany({ where: { subject: `update:${id}`, verb: 'update.test' } })
  expect(logged.map(({ detail }) => JSON.parse(detail))).toEqual([{ languages: 'en ko' }])
})

test('pressed ten times at once, three an hour go out in a language; the others wait their turn', async () => {
  const id = await draft({ en: 'News' })
  await Promise.all(Array.from({ length: 10 }, () => mailTest(editor, id, now)))
  await send()
  await send()
  expect(received).toHaveLength(3)
  await send(later(3_700))
  expect(received).toHaveLength(6)
})

test('nothing is mailed without a text, of a draft that is gone, to somebody disabled, or by who may not write', async () => {
  const empty = await draft({})
  expect(await mailTest(editor, empty, now)).toEqual({ ok: false, reason: 'no_text' })
  expect(await mailTest(editor, 'no-id', now)).toEqual({ ok: false, reason: 'changed' })
  const id = await draft({ en: 'News' })
  await expect(mailTest(await aStaffMember('moderator', now), id, now)).rejects.toThrow('may not')
  await mailTest(editor, id, now)
  await db().user.update({ where: { id: editor.id }, data: { disabledAt: now } })
  await send()
  await db().user.update({ where: { id: editor.id }, data: { disabledAt: null } })
  await mailTest(editor, id, now)
  await db().mailing.deleteMany()
  await send()
  expect(received).toEqual([])
})
