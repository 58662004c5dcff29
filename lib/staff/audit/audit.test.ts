import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db, pool } from '@/lib/db'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { audit } from './audit'
import { check, checkPart, noEntries } from './check'
import { foldEntries, listEntries } from './list-entries'
import { listForCsv } from './list-for-csv'
import { listPeople } from './list-people'
import { summariseEntries } from './summarise-entries'

useDatabase()

const now = new Date('2026-03-01T12:00:00.123Z')

beforeEach(() => pool().query('TRUNCATE audit_entry'))

async function write(verb: string): Promise<void> {
  const by = await aStaffMember('moderator', now)
  await db().$transaction((tx) => audit(tx, { by, verb, subject: `x:${randomUUID()}`, detail: { why: 'a "b"' } }, now))
}

describe('the audit log', () => {
  test('is one chain, even if twenty write at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => write(`verb.${i}`)))
    expect(await check()).toMatchObject({ ok: true, entries: 20 })
    const { entries } = await listEntries({ verb: 'verb.7' })
    expect(entries).toMatchObject([{ detail: { why: 'a "b"' }, verb: 'verb.7' }])
    expect(entries[0]?.signedIn).toMatch(/app Firefox on Linux$/)
  })

  test('has no entry for what did not happen', async () => {
    const failing = db().$transaction(async (tx) => {
      await audit(tx, { by: null, verb: 'x', subject: 'x:1' }, now)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await check()).toMatchObject({ ok: true, entries: 0 })
  })

  test.each([
    ['altered', `UPDATE audit_entry SET detail = '{}' WHERE seq = 2`, { reason: 'altered', seq: 2n }],
    ['given to somebody else', `UPDATE audit_entry SET staff_id = NULL WHERE seq = 2`, { reason: 'altered', seq: 2n }],
    ['missing an entry', `DELETE FROM audit_entry WHERE seq = 2`, { reason: 'missing', seq: 2n }],
    ['cut short', `DELETE FROM audit_entry WHERE seq = 3`, { reason: 'cut_short', seq: 3n }],
  ])('shows that it was %s', async (_, sql, expected) => {
    for (const verb of ['a', 'b', 'c']) await write(verb)
    const before = await check()
    const [seq = '', hash = ''] = before.ok ? before.head.split(':') : []
    await pool().query(sql)
    expect(await check([{ seq: BigInt(seq), hash }])).toEqual({ ok: false, ...expected })
  })

  test('goes on from where it was whole, as long as that entry is as it was', async () => {
    for (const verb of ['a', 'b']) await write(verb)
    const first = await checkPart(noEntries)
    if (!first.ok) throw new Error(first.reason)
    expect(first).toMatchObject({ at: { seq: 2n }, isEnd: true })
    expect(await checkPart(first.at)).toEqual(first)
    await write('c')
    expect(await check([], first.at)).toMatchObject({ ok: true, entries: 3 })
    // Earlier entries are no part of the check.
    await pool().query(`UPDATE audit_entry SET detail = '{}' WHERE seq = 1`)
    expect(await check([], first.at)).toMatchObject({ ok: true, entries: 3 })
    expect(await check([], { ...first.at, hash: 'ab'.repeat(32) })).toEqual({ ok: false, reason: 'altered', seq: 2n })
    await pool().query('DELETE FROM audit_entry WHERE seq = 2')
    expect(await check([], first.at)).toEqual({ ok: false, reason: 'missing', seq: 2n })
    await pool().query('DELETE FROM audit_entry')
    expect(await check([], first.at)).toEqual({ ok: false, reason: 'cut_short', seq: 2n })
  })
})

test('an act on a text is found in each of its languages, also within an area', async () => {
  for (const verb of ['letter.words.ko', 'letter.words.ar', 'letter.words', 'letter.wordsmith', 'letter.open'])
    await write(verb)
  const asked = { verb: 'letter.words', area: 'coalition' } as const
  const verbs = (await listEntries(asked)).entries.map(({ verb }) => verb)
  expect(verbs).toEqual(['letter.words', 'letter.words.ar', 'letter.words.ko'])
  expect((await listForCsv(asked)).map(({ verb }) => verb).toSorted()).toEqual(verbs)
  expect((await listEntries({ ...asked, area: 'petitions' })).entries).toEqual([])
})

test('a period is summed up by person and verb, and nobody else is named for it', async () => {
  const [first, second] = [await aStaffMember('moderator', now), await aStaffMember('editor', now)]
  const add = (by: typeof first | null, verb: string, at: Date) =>
    db().$transaction((tx) => audit(tx, { by, verb, subject: `x:${randomUUID()}` }, at))
  const since = new Date(now.getTime() - 7 * 86_400_000)
  await add(second, 'petition.draft', new Date(since.getTime() - 1))
  for (const _ of [1, 2, 3]) await add(first, 'signature.remove', now)
  await add(first, 'signature.open', now)
  await add(second, 'petition.draft', since)
  await add(null, 'petition.open', now)
  const people = await summariseEntries(since)
  expect(people[0]).toEqual({
    staffId: first.id,
    name: first.email,
    entries: 4,
    acts: [
      { verb: 'signature.remove', count: 3 },
      { verb: 'signature.open', count: 1 },
    ],
  })
  expect(people).toContainEqual({
    staffId: second.id,
    name: second.email,
    entries: 1,
    acts: [{ verb: 'petition.draft', count: 1 }],
  })
  expect(people).toContainEqual({ staffId: null, name: null, entries: 1, acts: [{ verb: 'petition.open', count: 1 }] })
  // Three within a moment are one act; another verb between would make two of them.
  const { entries } = await listEntries({ staffId: first.id })
  expect(foldEntries(entries).map(({ first: { verb }, all }) => [verb, all.length])).toEqual([
    ['signature.open', 1],
    ['signature.remove', 3],
  ])
})

test('its pages lead on to what is older and back the same way, also while more is written', async () => {
  const by = await aStaffMember('owner', now)
  const add = (many: number) =>
    db().$transaction(async (tx) => {
      for (let i = 0; i < many; i += 1) await audit(tx, { by, verb: 'x.y', subject: `x:${i}` }, now)
    })
  await add(75)
  const staffId = by.id
  const first = await listEntries({ staffId })
  const second = await listEntries({ staffId, before: first.next ?? 0n })
  const third = await listEntries({ staffId, before: second.next ?? 0n })
  const sizes = [first, second, third].map(({ entries }) => entries.length)
  expect([sizes, first.previous, third.next]).toEqual([[25, 25, 25], null, null])
  expect(await listEntries({ staffId, after: third.previous ?? 0n })).toEqual(second)
  expect(await listEntries({ staffId, after: second.previous ?? 0n })).toEqual(first)
  // The page before is the newest one, whole.
  await add(10)
  const newest = await listEntries({ staffId, after: first.entries[0]?.seq ?? 0n })
  expect([newest.entries.length, newest.previous]).toEqual([25, null])
  expect(newest.entries[10]?.seq).toBe(first.entries[0]?.seq)
})

test('the filter offers those who signed in last, and whom it names', async () => {
  const people = []
  for (let i = 0; i < 22; i += 1) {
    const { id } = await aStaffMember('auditor', now)
    people.push(id)
    await db().user.update({ where: { id }, data: { signedInAt: new Date(now.getTime() + i * 1_000) } })
  }
  const [first = '', second = ''] = people
  const offered = (await listPeople()).map(({ id }) => id)
  expect(offered).toEqual(people.slice(2).toReversed())
  expect((await listPeople(second)).map(({ id }) => id)).toEqual([...offered, second])
  expect(await listPeople(offered[0])).toHaveLength(20)
  await db().user.delete({ where: { id: first } })
  expect(await listPeople(first)).toHaveLength(20)
})
