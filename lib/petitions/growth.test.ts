import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { aPetition } from '@/test/a-petition'
import { useDatabase } from '@/test/use-database'
import { recentGrowth } from './growth'

useDatabase()

test('says how the count moved today, and within seven days with today, of each petition', async () => {
  const [petitionId, other] = [await aPetition('grows'), await aPetition('other')]
  const now = new Date('2026-03-10T12:00:00Z')
  expect((await recentGrowth([petitionId], now)).get(petitionId)).toEqual({ today: 0, week: 0 })
  const moved: [string, string, number][] = [
    [petitionId, '2026-03-03T23:00:00Z', 1000],
    [petitionId, '2026-03-04T00:00:00Z', 100],
    [petitionId, '2026-03-10T00:00:00Z', 10],
    [petitionId, '2026-03-10T11:00:00Z', -3],
    [other, '2026-03-10T11:00:00Z', 5],
  ]
  await db().hourTotal.createMany({
    data: moved.map(([id, hour, net]) => ({ petitionId: id, hour: new Date(hour), net })),
  })
  expect(await recentGrowth([petitionId, other], now)).toEqual(
    new Map([
      [petitionId, { today: 7, week: 107 }],
      [other, { today: 5, week: 5 }],
    ]),
  )
})
