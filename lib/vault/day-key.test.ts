import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { useDatabase } from '@/test/use-database'
import { dayKey, purgeDayKeys } from './day-key'

useDatabase()

const day = new Date('2026-03-01T23:59:59Z')

describe('dayKey', () => {
  it('is one key for concurrent callers, and different for each purpose and day', async () => {
    const asked = await Promise.all(Array.from({ length: 20 }, () => dayKey('a', day)))
    const others = [await dayKey('b', day), await dayKey('a', new Date('2026-03-02T00:00:00Z'))]
    expect(new Set([...asked, ...others].map((key) => key.toString('hex'))).size).toBe(3)
  })

  it('is gone within a day and an hour: a new one differs from the old', async () => {
    const before = await dayKey('c', day)
    await purgeDayKeys(new Date('2026-03-02T00:59:00Z'))
    expect((await dayKey('c', day)).equals(before)).toBe(true)
    await purgeDayKeys(new Date('2026-03-02T01:00:00Z'))
    expect(await db().dayKey.count({ where: { day: new Date('2026-03-01') } })).toBe(0)
    expect((await dayKey('c', day)).equals(before)).toBe(false)
  })
})
