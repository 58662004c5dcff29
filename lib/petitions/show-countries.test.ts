import fc from 'fast-check'
import { expect, it } from 'vitest'
import { db } from '@/lib/db'
import { aPetition } from '@/scripts/testing/a-petition'
import { useDatabase } from '@/scripts/testing/use-database'
import { countriesOf } from './countries'
import { showCountries } from './show-countries'

useDatabase()

const start = new Date('2026-03-02T00:00:00Z').getTime()
const HOUR = 3_600_000
const countries = ['KR', 'JP', 'KP'] as const

/** A week of comings and goings: for each hour and country, how the net number moves. */
const week = fc.array(fc.tuple(...countries.map(() => fc.integer({ min: -3, max: 6 }))), {
  minLength: 168,
  maxLength: 168,
})

let petitions = 0

it('a week of hourly snapshots, subtracted from each other, shows groups of ten at least, at midnight only', async () => {
  await fc.assert(
    fc.asyncProperty(week, async (moves) => {
      petitions += 1
      const petitionId = await aPetition(`week-${petitions}`)
      await db().countryTotal.createMany({ data: countries.map((country) => ({ petitionId, country, net: 0n })) })
      const net = { KR: 0, JP: 0, KP: 0 }
      const shown = { KR: 0, JP: 0, KP: 0 }
      const netThen = { KR: 0, JP: 0, KP: 0 }
      for (const [hour, move] of moves.entries()) {
        for (const [i, country] of countries.entries()) {
          net[country] = Math.max(0, net[country] + (move[i] ?? 0))
          const key = { petitionId_country: { petitionId, country } }
          if (hour % 8 === 0) await db().countryTotal.update({ where: key, data: { net: BigInt(net[country]) } })
        }
        if (hour % 8 !== 0) continue
        await showCountries(new Date(start + hour * HOUR))
        const now = new Map((await countriesOf(petitionId)).map(({ country, count }) => [country, count]))
        for (const country of countries) {
          const count = now.get(country) ?? 0
          expect(count === 0 || (count >= 10 && count % 5 === 0)).toBe(true)
          if (count === shown[country]) continue
          expect(hour % 24).toBe(0)
          expect(Math.abs(net[country] - netThen[country])).toBeGreaterThanOrEqual(10)
          shown[country] = count
          netThen[country] = net[country]
        }
      }
    }),
    { numRuns: 8 },
  )
}, 120_000)

it('shows nothing under ten, and takes a country away when it falls far below', async () => {
  const petitionId = await aPetition('small')
  const set = (net: number) =>
    db().countryTotal.upsert({
      where: { petitionId_country: { petitionId, country: 'KR' } },
      create: { petitionId, country: 'KR', net: BigInt(net) },
      update: { net: BigInt(net) },
    })
  const day = (n: number) => new Date(start + n * 24 * HOUR)
  const seen = async (n: number, net: number) => {
    await set(net)
    await showCountries(day(n))
    return countriesOf(petitionId)
  }
  expect(await seen(0, 9)).toEqual([])
  expect(await seen(1, 14)).toEqual([{ country: 'KR', count: 10 }])
  expect(await seen(2, 15)).toEqual([{ country: 'KR', count: 10 }])
  expect(await seen(3, 9)).toEqual([{ country: 'KR', count: 10 }])
  expect(await seen(4, 24)).toEqual([{ country: 'KR', count: 20 }])
  expect(await seen(4, 99)).toEqual([{ country: 'KR', count: 20 }])
  expect(await seen(5, 3)).toEqual([])
})
