import { expect, it, vi } from 'vitest'
import { db, pool } from '@/lib/db'
import { append } from '@/lib/ledger/append'
import { countriesOf, weekOf } from '@/lib/petitions/countries'
import { confirmedSignatures } from '@/test/a-ledger'
import { aPetition } from '@/test/a-petition'
import { useDatabase } from '@/test/use-database'
import { publishCountries } from './publish-countries'

// The random draw is tested in next-basis.test.ts.
vi.mock('@/lib/petitions/published-number', async (original) => {
  const real = await original<typeof import('@/lib/petitions/published-number')>()
  return { ...real, publishedNumber: (signatures: number) => real.publishedNumber(signatures, 0) }
})

useDatabase()

const monday = new Date('2026-03-02T00:00:00Z')
const DAY = 86_400_000
const day = (n: number) => new Date(monday.getTime() + n * DAY)

async function opened(slug: string, at: Date): Promise<string> {
  const id = await aPetition(slug)
  await db().petition.update({ where: { id }, data: { openedAt: at } })
  return id
}

async function signed(petitionId: string, country: string, people: number, more = ''): Promise<void> {
  await confirmedSignatures(petitionId, people, day(-3))
  await append(day(-3))
  await pool().query(
    `UPDATE signature SET country = $2 ${more} WHERE petition_id = $1 AND country = 'KR' AND state = 'counted'`,
    [petitionId, country],
  )
}

it('a week begins on Monday', () => {
  expect(weekOf(day(0))).toEqual(monday)
  expect(weekOf(new Date(day(7).getTime() - 1))).toEqual(monday)
  expect(weekOf(day(7))).toEqual(day(7))
})

it('renews once a week and says when; before the first time it says that numbers will come', async () => {
  const id = await opened('weekly', day(-3))
  await signed(id, 'JP', 60)
  await publishCountries(day(-1))
  expect(await countriesOf(id, day(-1))).toEqual({ rows: [], renewedOn: null, nextOn: monday })

  await Promise.all([publishCountries(day(1)), publishCountries(day(1))])
  const first = { rows: [{ country: 'JP', count: 60 }], renewedOn: day(1), nextOn: day(7) }
  expect(await countriesOf(id, day(1))).toEqual(first)

  await signed(id, 'JP', 40)
  await publishCountries(day(6))
  expect(await countriesOf(id, day(6))).toEqual(first)
  await publishCountries(day(7))
  expect((await countriesOf(id, day(7))).rows).toEqual([{ country: 'JP', count: 100 }])
})

it('never names some countries, and none whose number rests on flagged signatures only', async () => {
  const id = await opened('unnamed', day(-9))
  for (const country of ['KP', 'BT', 'MN']) await signed(id, country, 50)
  await signed(id, 'FI', 50, `, signals = 'network'`)
  await signed(id, 'SE', 50)
  await publishCountries(day(0))
  const named = async () => (await countriesOf(id, day(0))).rows.map(({ country }) => country)
  expect((await named()).sort()).toEqual(['MN', 'SE'])
  const stored = await db().publishedCountryCount.findMany({ where: { petitionId: id } })
  expect(stored.map(({ country }) => country).sort()).toEqual(['MN', 'SE'])

  vi.stubEnv('COUNTRIES_UNNAMED', 'MN')
  vi.resetModules()
  const again = await import('@/lib/petitions/countries')
  expect((await again.countriesOf(id, day(0))).rows.map(({ country }) => country)).toEqual(['SE'])
})

it('counts mailboxes, not addresses: sixty signatures of two mailboxes name no country', async () => {
  const id = await opened('few-mailboxes', day(-9))
  const two = `, mailbox_index = decode(repeat(CASE WHEN get_byte(email_index, 0) % 2 = 0 THEN 'aa' ELSE 'bb' END, 16), 'hex')`
  await signed(id, 'JP', 60, two)
  await signed(id, 'SE', 60)
  await publishCountries(day(0))
  expect((await countriesOf(id, day(0))).rows).toEqual([{ country: 'SE', count: 60 }])
})

it('keeps the last table once the signers’ rows are deleted', async () => {
  const id = await opened('ended', day(-9))
  await signed(id, 'JP', 60)
  await publishCountries(day(0))
  await pool().query('DELETE FROM signature WHERE petition_id = $1', [id])
  await db().purgedTotal.create({ data: { petitionId: id, counted: 60n } })
  await publishCountries(day(8))
  expect(await countriesOf(id, day(8))).toEqual({
    rows: [{ country: 'JP', count: 60 }],
    renewedOn: day(0),
    nextOn: null,
  })
})
