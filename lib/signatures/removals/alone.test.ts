import { expect, test } from 'vitest'
import { db, pool } from '@/lib/db'
import { append } from '@/lib/ledger/append'
import { aColleague } from '@/scripts/testing/a-colleague'
import { confirmedSignatures } from '@/scripts/testing/a-ledger'
import { aPetition, states } from '@/scripts/testing/a-petition'
import { useDatabase } from '@/scripts/testing/use-database'
import { advanceBulk } from '../bulk/advance-bulk'
import { askSelection } from '../bulk/ask-bulk'
import { approve, goOn } from '../bulk/decide-bulk'
import { findBulk } from '../bulk/find-bulk'
import { listSignatures } from '../desk/list-signatures'
import { remove } from '../desk/remove'
import { forgetLoneRemovals } from './forget-lone-removals'
import { takeAlone } from './take-alone'

useDatabase()

const now = new Date()
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000)
const why = { reason: 'fraud', note: '' } as const

async function aCountedPetition(slug: string, people: number): Promise<string> {
  const id = await aPetition(slug)
  await confirmedSignatures(id, people, now)
  await append(now)
  return id
}

/** Ticks so many of those still counted, and goes on. */
async function removeSome(by: Awaited<ReturnType<typeof aColleague>>, petition: string, many: number, at = now) {
  const keys: string[] = []
  for (let after: string | undefined; keys.length < many; ) {
    const page = await listSignatures(by, { petition, state: 'counted' }, after)
    keys.push(...page.rows.map(({ key }) => key))
    if (!page.next) break
    after = page.next
  }
  const act = (await askSelection(by, 'remove', 'fraud', keys.slice(0, many), at)) ?? ''
  return { act, result: await goOn(by, act, many, at) }
}

async function untilStill(at = now): Promise<void> {
  while (await advanceBulk(at));
}

test('a hundred in parts go alone; the part that passes it waits for a second person, and so does a single one', async () => {
  const id = await aCountedPetition('in-parts', 130)
  const [by, second] = [await aColleague('moderator', now), await aColleague('owner', now)]
  expect((await removeSome(by, id, 60)).result).toEqual({ ok: true, stage: 'running' })
  await untilStill()
  const { act, result } = await removeSome(by, id, 41, hours(1))
  expect(result).toEqual({ ok: true, stage: 'waiting' })
  expect(await findBulk(by, act, hours(1))).toMatchObject({ takesTwo: true })
  await untilStill(hours(1))
  expect(await states(id)).toEqual({ counted: 70, removed: 60 })
  // What waited has booked nothing: forty more still go.
  expect((await removeSome(by, id, 40, hours(1))).result).toEqual({ ok: true, stage: 'running' })
  await untilStill(hours(1))

  const [one] = (await listSignatures(by, { petition: id, state: 'counted' }, undefined)).rows
  const key = one?.key ?? ''
  expect(await remove(by, key, 'counted', why, hours(2))).toEqual({ ok: false, reason: 'needs_two' })
  expect(await states(id)).toEqual({ counted: 30, removed: 100 })
  expect(await approve(second, act, 41, hours(2))).toEqual({ ok: true, stage: 'running' })
  // The first sixty count no more 24 hours later.
  expect(await remove(by, key, 'counted', why, hours(24.5))).toMatchObject({ ok: true })
})

test('neither another petition nor another person makes a hundred more', async () => {
  const [one, two] = [await aCountedPetition('first-of-two', 160), await aCountedPetition('second-of-two', 60)]
  const [by, other, third] = [
    await aColleague('owner', now),
    await aColleague('owner', now),
    await aColleague('owner', now),
  ]
  expect((await removeSome(by, one, 80)).result).toMatchObject({ stage: 'running' })
  await untilStill()
  expect((await removeSome(by, two, 21)).result).toMatchObject({ stage: 'waiting' })
  expect((await removeSome(other, one, 21)).result).toMatchObject({ stage: 'waiting' })
  expect((await removeSome(other, two, 60)).result).toMatchObject({ stage: 'running' })
  expect((await removeSome(third, one, 20)).result).toMatchObject({ stage: 'running' })
})

test('parts that go on at the same moment do not add up to more', async () => {
  const id = await aPetition('at-once')
  const people = await Promise.all(Array.from({ length: 8 }, () => aColleague('moderator', now)))
  const take = (i: number) => db().$transaction((tx) => takeAlone(tx, people[i % 8] ?? { id }, id, 30, now))
  const taken = await Promise.all(Array.from({ length: 12 }, (_, i) => take(i)))
  expect(taken.filter(Boolean)).toHaveLength(3)
  const { rows } = await pool().query('SELECT count(*)::int AS n FROM lone_removal WHERE key = $1', [id])
  expect(rows).toEqual([{ n: 90 }])
})

test('a removal that fails books nothing, and the database has no slot for a hundred and first', async () => {
  const id = await aPetition('half-way')
  const by = await aColleague('owner', now)
  const half = db().$transaction(async (tx) => {
    await takeAlone(tx, by, id, 100, now)
    throw new Error('half-way')
  })
  await expect(half).rejects.toThrow('half-way')
  expect(await db().$transaction((tx) => takeAlone(tx, by, id, 100, now))).toBe(true)
  const forced = pool().query(`INSERT INTO lone_removal VALUES ('staff', $1, 101, $2)`, [by.id, now])
  await expect(forced).rejects.toThrow('lone_removal_hundred_a_day')
  await forgetLoneRemovals(hours(23))
  expect(await db().$transaction((tx) => takeAlone(tx, by, id, 1, hours(23)))).toBe(false)
  await forgetLoneRemovals(hours(24))
  expect(await db().loneRemoval.count({ where: { key: id } })).toBe(0)
})
