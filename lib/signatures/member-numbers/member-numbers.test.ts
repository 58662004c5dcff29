import { expect, it, vi } from 'vitest'
import { db } from '@/lib/db'
import { append } from '@/lib/ledger/append'
import { confirmedSignatures } from '@/test/a-ledger'
import { aPetition } from '@/test/a-petition'
import { useDatabase } from '@/test/use-database'
import { findMemberNumbers } from './find-member-numbers'
import { publishMemberNumbers } from './publish-member-numbers'

// The random draw is tested in next-basis.test.ts.
vi.mock('@/lib/petitions/published-number', async (original) => {
  const real = await original<typeof import('@/lib/petitions/published-number')>()
  return { ...real, publishedNumber: (signatures: number) => real.publishedNumber(signatures, 0) }
})

useDatabase()

const monday = new Date('2026-03-02T00:00:00Z')
const day = (n: number) => new Date(monday.getTime() + n * 86_400_000)

async function opened(slug: string): Promise<string> {
  const id = await aPetition(slug)
  await db().petition.update({ where: { id }, data: { openedAt: day(-9) } })
  return id
}

/** People who signed through a member's link. */
async function signed(petitionId: string, people: number, via: string | null, more = {}): Promise<void> {
  await confirmedSignatures(petitionId, people, day(-3))
  await append(day(-3))
  const data = { via, country: 'JP', locale: 'ja', ...more }
  await db().signature.updateMany({ where: { petitionId, country: 'KR' }, data })
}

it('shows a member its own numbers, rounded down, by language, country and week', async () => {
  const id = await opened('shown')
  await signed(id, 62, 'alpha')
  await signed(id, 63, 'beta', { country: 'SE', locale: 'en' })
  await signed(id, 60, null)
  expect(await findMemberNumbers(id, 'alpha', day(0))).toMatchObject({ all: 0, weeks: [] })
  await Promise.all([publishMemberNumbers(day(0)), publishMemberNumbers(day(0))])
  expect(await findMemberNumbers(id, 'alpha', day(1))).toEqual({
    all: 60,
    paper: 0,
    languages: [{ key: 'ja', count: 60 }],
    countries: [{ key: 'JP', count: 60 }],
    weeks: [{ key: '2026-03-02', count: 60 }],
    nextOn: day(7),
  })
  expect(await findMemberNumbers(id, 'nobody', day(1))).toMatchObject({ all: 0, countries: [] })
})

it('changes once a week, and only by ten or more: of two snapshots the difference names nobody', async () => {
  const id = await opened('weekly')
  await signed(id, 60, 'alpha')
  await publishMemberNumbers(day(0))
  await signed(id, 40, 'alpha')
  await publishMemberNumbers(day(6))
  expect(await findMemberNumbers(id, 'alpha', day(6))).toMatchObject({ all: 60 })
  await publishMemberNumbers(day(7))
  expect(await findMemberNumbers(id, 'alpha', day(7))).toMatchObject({
    all: 100,
    weeks: [
      { key: '2026-03-02', count: 60 },
      { key: '2026-03-09', count: 100 },
    ],
  })
  // One more person: nothing moves.
  await signed(id, 1, 'alpha')
  await publishMemberNumbers(day(14))
  expect(await findMemberNumbers(id, 'alpha', day(14))).toMatchObject({ all: 100 })
  const bases = await db().memberNumber.findMany({ where: { petitionId: id, facet: 'all' }, select: { basis: true } })
  expect(bases.map(({ basis }) => Number(basis))).toEqual([100])
})

it('shows nothing below ten, nothing of flagged signatures alone, and some countries never', async () => {
  const id = await opened('few')
  await signed(id, 9, 'alpha')
  await signed(id, 50, 'beta', { signals: 'network' })
  await signed(id, 50, 'gamma', { country: 'KP', locale: 'ko' })
  for (const locale of ['zh', 'ru', 'vi']) await signed(id, 20, 'gamma', { country: 'FR', locale })
  // Published before its language was left out.
  const earlier = { petitionId: id, code: 'alpha', facet: 'language', key: 'ru', basis: 12n, shown: 10n }
  await db().memberNumber.create({ data: earlier })
  expect(await findMemberNumbers(id, 'alpha', day(0))).toMatchObject({ languages: [] })
  await publishMemberNumbers(day(0))
  expect(await db().memberNumber.count({ where: { petitionId: id, key: 'ru' } })).toBe(0)
  for (const code of ['alpha', 'beta'])
    expect(await findMemberNumbers(id, code, day(0))).toMatchObject({ all: 0, languages: [], countries: [], weeks: [] })
  expect(await findMemberNumbers(id, 'gamma', day(0))).toMatchObject({
    all: 110,
    // Of a language spoken mostly in a country that is never named, the number would be the country's.
    languages: [{ key: 'ko', count: 50 }],
    countries: [{ key: 'FR', count: 60 }],
  })
  expect(await db().memberNumber.count({ where: { petitionId: id, key: 'KP' } })).toBe(0)
  const least = await db().memberNumber.findFirst({ orderBy: { basis: 'asc' } })
  expect(Number(least?.basis)).toBeGreaterThanOrEqual(10)
})

it('counts mailboxes, and keeps the last numbers once the signers’ rows are deleted', async () => {
  const id = await opened('mailboxes')
  await signed(id, 60, 'alpha', { mailboxIndex: Buffer.alloc(16, 7) })
  await signed(id, 60, 'beta', { country: 'SE' })
  await publishMemberNumbers(day(0))
  expect(await findMemberNumbers(id, 'alpha', day(0))).toMatchObject({ all: 0 })
  expect(await findMemberNumbers(id, 'beta', day(0))).toMatchObject({ all: 60 })
  await db().signature.deleteMany({ where: { petitionId: id } })
  await db().purgedTotal.create({ data: { petitionId: id, counted: 120n } })
  await publishMemberNumbers(day(7))
  expect(await findMemberNumbers(id, 'beta', day(7))).toMatchObject({ all: 60 })
})
