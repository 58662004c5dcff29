import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { findGrowth } from './find-growth'
import { findPetitionCounts } from './find-petition-counts'
import { findShares } from './find-shares'

useDatabase()

const now = new Date('2026-03-01T12:34:00Z')

test('growth has a bar for every hour and day up to now, and none before', async () => {
  const id = await aPetition('grows')
  const hour = (text: string, net: bigint) => ({ petitionId: id, hour: new Date(text), net })
  await db().hourTotal.createMany({
    data: [
      hour('2026-03-01T12:00:00Z', 7n),
      hour('2026-02-27T13:00:00Z', -2n),
      hour('2026-02-27T12:00:00Z', 4n),
      hour('2025-12-02T00:00:00Z', 5n),
      hour('2025-12-01T23:00:00Z', 1_000n),
    ],
  })
  const { hours, days } = await findGrowth(await aStaffMember('auditor', now), now)
  expect(hours).toHaveLength(48)
  expect(hours[0]).toEqual({ at: new Date('2026-02-27T13:00:00Z'), net: -2 })
  expect(hours.at(-1)).toEqual({ at: new Date('2026-03-01T12:00:00Z'), net: 7 })
  expect(days).toHaveLength(90)
  expect(days[0]).toEqual({ at: new Date('2025-12-02T00:00:00Z'), net: 5 })
  expect(days.find(({ at }) => at.toISOString().startsWith('2026-02-27'))?.net).toBe(2)
})

test('an empty database has an overview too', async () => {
  const by = await aStaffMember('owner', now)
  expect(await findShares(by)).toEqual({ countries: [], languages: [], members: [], asOf: null })
  expect(await findPetitionCounts(by, now)).toMatchObject([{ slug: 'grows', net: 0, paper: 0 }])
})

test('shows no country, language or member with only a few signers, and no country that is never named', async () => {
  const by = await aStaffMember('editor', now)
  const petitionId = await aPetition('shares')
  const nets = { JP: 10n, BT: 400n, SE: 9n }
  const countries = Object.entries(nets).map(([country, net]) => ({ petitionId, country, net }))
  await db().countryTotal.createMany({ data: countries })
  const facets = [
    { facet: 'language', code: 'ko', net: 12n },
    { facet: 'language', code: 'fr', net: 1n },
    { facet: 'member', code: 'a-member', net: 9n },
  ]
  await db().facetTotal.createMany({ data: facets.map((facet) => ({ petitionId, asOf: now, ...facet })) })
  expect(await findShares(by)).toMatchObject({
    countries: [{ code: 'JP', net: 10 }],
    languages: [{ code: 'ko', net: 12 }],
    members: [],
  })
})
