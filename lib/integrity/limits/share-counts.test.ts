import { createHmac } from 'node:crypto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { pool } from '@/lib/db'
import { blindIndex } from '@/lib/vault/blind-index'
import { dayKey } from '@/lib/vault/day-key'
import { useDatabase } from '@/test/use-database'
import { purgeCounts } from './purge-counts'

useDatabase()

/** A web process: a separate instance of the module, with its own memory and number. */
async function aProcess() {
  vi.resetModules()
  const { countInHour } = await import('./count-in-hour')
  return async (kind: string, limit: number, now: Date) => {
    const { numbers } = await countInHour([{ kind, value: 'x', limit, exact: true }], now)
    return (numbers[0] ?? 0) <= limit
  }
}

const now = new Date('2026-03-10T12:10:00Z')
const rows = async () =>
  (await pool().query<{ name: string; count: number }>('SELECT name, count FROM limit_count')).rows

beforeEach(async () => {
  await pool().query('TRUNCATE limit_count, limit_process')
})

describe('three processes', () => {
  it.each([20, 60, 300, 400, 2_000])('together admit a limit of %i, plus a tenth at most', async (limit) => {
    const sites = [await aProcess(), await aProcess(), await aProcess()]
    const turns = Array.from({ length: limit }, (_, i) => sites.slice(i % 3, (i % 3) + 1)).flat()
    const post = (let_: (typeof sites)[number]) => let_(`turns ${limit}`, limit, now)
    const inTurns = await Promise.all(turns.map(post))
    const more = await Promise.all(sites.flatMap((let_) => Array.from({ length: limit }, () => post(let_))))
    const all = [...inTurns, ...more].filter(Boolean).length
    expect(all).toBeGreaterThanOrEqual(limit)
    expect(all).toBeLessThanOrEqual(limit * 1.1)
  })

  it('busy one after the other: the later ones admit only what is left', async () => {
    let all = 0
    for (let n = 0; n < 3; n++) {
      const let_ = await aProcess()
      for (let i = 0; i < 400; i++) if (await let_('one by one', 400, now)) all += 1
    }
    expect(all).toBeGreaterThanOrEqual(400)
    expect(all).toBeLessThanOrEqual(440)
  })

  it('carry the previous hour over, even into a process that has not seen it', async () => {
    const first = await aProcess()
    for (let i = 0; i < 400; i++) await first('over the hour', 400, now)
    const second = await aProcess()
    const later = new Date('2026-03-10T13:15:00Z')
    let all = 0
    for (let i = 0; i < 400; i++) if (await second('over the hour', 400, later)) all += 1
    expect(all).toBeGreaterThanOrEqual(100)
    expect(all).toBeLessThanOrEqual(140)
  })
})

describe('over midnight', () => {
  it('a process that has not seen the day before finds its last hour under the other key', async () => {
    const first = await aProcess()
    for (let i = 0; i < 400; i++) await first('night', 400, new Date('2026-03-10T23:10:00Z'))
    const second = await aProcess()
    let all = 0
    for (let i = 0; i < 400; i++) if (await second('night', 400, new Date('2026-03-11T00:15:00Z'))) all += 1
    expect(all).toBeGreaterThanOrEqual(100)
    expect(all).toBeLessThanOrEqual(140)
  })
})

describe('the database', () => {
  it('is not written for a small bucket, and rarely for a full one', async () => {
    const let_ = await aProcess()
    const query = vi.spyOn(pool(), 'query')
    for (let i = 0; i < 5; i++) await let_('few', 400, now)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await rows()).toEqual([])
    query.mockClear()
    for (let i = 0; i < 2_000; i++) await let_('many', 400, now)
    const asked = query.mock.calls.filter(([asked]) => JSON.stringify(asked).includes('share-counts')).length
    expect(asked).toBeLessThanOrEqual(100)
  })

  it('holds keyed hashes and numbers, for this hour and the next', async () => {
    const let_ = await aProcess()
    for (let i = 0; i < 50; i++) await let_('held', 20, now)
    const [row] = await rows()
    const shared = await dayKey('limits', now)
    const key = blindIndex('limits', shared.toString('base64url'))
    const hmac = createHmac('sha256', key).update('held\0x').digest('base64url')
    expect(row?.name).toBe(hmac.slice(0, 22))
    expect(row?.count).toBeGreaterThan(10)
    await purgeCounts(new Date('2026-03-10T13:10:00Z'))
    expect(await rows()).toHaveLength(1)
    await purgeCounts(new Date('2026-03-10T14:10:00Z'))
    expect(await rows()).toHaveLength(0)
    expect((await pool().query('SELECT FROM limit_process')).rowCount).toBe(0)
  })

  it('may be down: each process counts alone, and they resume sharing when it is back', async () => {
    const sites = [await aProcess(), await aProcess()]
    for (const let_ of sites) for (let i = 0; i < 20; i++) await let_('away', 100, now)
    const query = vi.spyOn(pool(), 'query').mockImplementation(() => {
      throw new Error('the database is away')
    })
    let alone = 0
    for (const let_ of sites) for (let i = 0; i < 200; i++) if (await let_('away', 100, now)) alone += 1
    expect(alone).toBeGreaterThanOrEqual(60)
    expect(alone).toBeLessThanOrEqual(160)
    query.mockRestore()
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    for (const let_ of sites) expect(await let_('away', 100, now)).toBe(false)
  })
})
