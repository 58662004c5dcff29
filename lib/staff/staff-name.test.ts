import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { listPending } from './approvals/list-approvals'
import { requestApproval } from './approvals/request-approval'
import { listEntries } from './audit/list-entries'
import { summariseEntries } from './audit/summarise-entries'
import { saveName } from './save-name'

useDatabase()

const now = new Date('2026-11-24T12:00:00Z')

test('a person is read by the name they gave, also in what they did before, and by their address if they gave none', async () => {
  const [first, second] = [await aStaffMember('owner', now), await aStaffMember('owner', now)]
  const subject = `petition:${crypto.randomUUID()}`
  const request = { verb: 'petition.publish', subject, detail: { petition: 'one' }, reason: '' } as const
  await db().$transaction((tx) => requestApproval(tx, first, request, now))
  const read = async () => [
    (await listPending(second, now)).decidable.map(({ askedBy }) => askedBy),
    (await listEntries({ subject })).entries.map(({ who }) => who),
    (await summariseEntries(now)).filter(({ staffId }) => staffId === first.id).map(({ name }) => name),
  ]
  expect(await read()).toEqual([[first.email], [first.email], [first.email]])
  expect(await saveName(first, '  Joon Park ', now)).toEqual({ ok: true })
  expect(await read()).toEqual([['Joon Park'], ['Joon Park'], ['Joon Park']])
  expect((await listPending(second, now)).decidable[0]?.askedByAddress).toBe(first.email)
  expect(await saveName(first, '', now)).toEqual({ ok: true })
  expect(await read()).toEqual([[first.email], [first.email], [first.email]])
})

test('nobody takes the name of another, whatever its case and accents, at once or one after the other', async () => {
  const [first, second] = [await aStaffMember('editor', now), await aStaffMember('editor', now)]
  expect(await saveName(first, 'Minji Kim', now)).toEqual({ ok: true })
  expect(await saveName(first, 'Minji Kim', now)).toEqual({ ok: true })
  for (const name of ['minji kim', 'MINJÍ  KIM', 'Minji-Kim'])
    expect(await saveName(second, name, now)).toEqual({ ok: false, reason: 'name_taken' })
  const people = await Promise.all(Array.from({ length: 4 }, () => aStaffMember('editor', now)))
  const results = await Promise.allSettled(people.map((by) => saveName(by, 'Ana Ruiz', now)))
  expect(results.filter((one) => one.status === 'fulfilled' && one.value.ok)).toHaveLength(1)
  expect(await db().user.count({ where: { name: 'Ana Ruiz' } })).toBe(1)
  for (const one of results) expect(one).toMatchObject({ status: 'fulfilled' })
})

const standIns = [
  'The server',
  'THE  SERVER',
  'Ｔｈｅ ｓｅｒｖｅｒ',
  'サーバー',
  'ｻｰﾊﾞｰ',
  '서버',
  'A former colleague',
  '이전 직원',
  '以前の担当者',
]
const addresses = ['owner@example.org', 'owner\uff20example.org', 'owner\ufe6bexample.org']
const blanks = ['Minji\u3164Kim', 'Minji\uffa0Kim', 'Min\u115fji', 'Min\u1160ji', 'Min\u200bji', 'The ser\u200dver']
test.each(['a', 'ev\u202eil', '...', 'x'.repeat(61), ...addresses, ...blanks, ...standIns])(
  '%s is no name',
  async (name) => {
    expect(await saveName(await aStaffMember('editor', now), name, now)).toEqual({ ok: false, reason: 'name_invalid' })
  },
)

test('a name is kept in one form of its letters', async () => {
  const [first, second] = [await aStaffMember('editor', now), await aStaffMember('editor', now)]
  expect(await saveName(first, 'Ｊｕｎ Ｐａｒｋ', now)).toEqual({ ok: true })
  expect(await db().user.findUnique({ where: { id: first.id } })).toMatchObject({ name: 'Jun Park' })
  for (const name of ['Jun Park', 'Jun P\u200dark'])
    expect(await saveName(second, name, now)).toEqual({ ok: false, reason: 'name_taken' })
  expect(await saveName(second, 'علی\u200cرضا', now)).toEqual({ ok: true })
})
