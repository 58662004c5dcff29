import { beforeEach, expect, test, vi } from 'vitest'
import { db, pool } from '@/lib/db'
import { useDatabase } from '@/test/use-database'
import { admit } from '../admit'
import { findHits, noteHit, storeHits } from './limit-hits'
import { purgeCounts } from './purge-counts'

useDatabase()
beforeEach(async () => {
  await storeHits(new Date())
  await db().limitHit.deleteMany()
})

const at = (day: number, hour = 12) => new Date(Date.UTC(2026, 10, day, hour))

test('a flood costs one statement a minute, and without the database nothing is lost', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  const query = vi.spyOn(pool(), 'query')
  const log = vi.spyOn(console, 'error').mockReturnValue()
  query.mockImplementationOnce(() => {
    throw new Error('away')
  })
  for (let i = 0; i < 5_000; i += 1) noteHit('network')
  await vi.advanceTimersByTimeAsync(61_000)
  expect(query).toHaveBeenCalledTimes(1)
  for (let i = 0; i < 5_000; i += 1) noteHit('site')
  await vi.advanceTimersByTimeAsync(60_000)
  vi.useRealTimers()
  expect(query).toHaveBeenCalledTimes(2)
  await Promise.all(query.mock.results.slice(1).map(({ value }) => value as Promise<unknown>))
  query.mockRestore()
  log.mockRestore()
  const { network, site } = await findHits(new Date())
  expect([network.today, site.today]).toEqual([5_000, 5_000])
})

test('what is refused because of limits is counted by limit and day, and nothing else about it', async () => {
  const full = [
    { kind: 'network', name: 'network 203.0.113.0', slots: 0 },
    { kind: 'domain', name: 'domain example.org', slots: 0 },
  ]
  for (const later of [true, false]) await admit({ later }, ['sign'], full, at(10))
  // Neither a limit nor anything that is asked for at each request.
  await admit({}, ['again'], [{ kind: 'again', name: 'again 203.0.113.0', slots: 0 }], at(10))
  await storeHits(at(10))
  const rows = await db().limitHit.findMany({ orderBy: { name: 'asc' } })
  expect(rows).toEqual([
    { day: at(10, 0), name: 'domain', hits: 2n },
    { day: at(10, 0), name: 'network', hits: 2n },
  ])
})

test('one who is let in by a later mail was not refused', async () => {
  const full = [{ kind: 'link', name: 'link a', slots: 400 }]
  expect(await admit({ later: true }, ['sign'], full, at(10))).toMatchObject({ by: 'later' })
  await storeHits(at(10))
  expect(await db().limitHit.count()).toBe(0)
})

test('today and seven days are told, and thirty days are kept', async () => {
  for (const day of [1, 4, 5, 10]) {
    noteHit('opening')
    await storeHits(at(day, 23))
  }
  expect((await findHits(at(10, 23))).opening).toEqual({ today: 1, week: 3 })
  expect((await findHits(at(11, 0))).opening).toEqual({ today: 0, week: 2 })
  expect((await findHits(at(11, 0))).all).toEqual({ today: 0, week: 0 })
  await purgeCounts(new Date(at(4, 23).getTime() + 30 * 86_400_000))
  expect((await db().limitHit.findMany()).map(({ day }) => day.getUTCDate())).toEqual([5, 10])
})
