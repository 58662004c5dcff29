import { readdir } from 'node:fs/promises'
import { beforeAll, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { promised } from '@/scripts/checks/check-words.mjs'
import { useDatabase } from '@/test/use-database'
import petitions from '../petitions.json'
import { readContent } from './read-content'
import { seedCoalition } from './seed-coalition'

useDatabase()

const now = new Date('2026-11-21T12:00:00Z')

beforeAll(() => seedCoalition(now), 60_000)

it('holds the whole list of 2011, and says of nobody more than the list does', async () => {
  expect(await db().member.groupBy({ by: ['kind'], _count: true, orderBy: { kind: 'asc' } })).toEqual([
    { kind: 'organization', _count: 39 },
    { kind: 'individual', _count: 7 },
  ])
  const countries = await db().member.groupBy({ by: ['country'], _count: true })
  expect(countries.filter(({ country }) => country)).toHaveLength(11)
  expect(await db().member.count({ where: { country: null, NOT: { region: null } } })).toBe(0)
  expect(await db().member.count({ where: { country: { not: null }, region: null } })).toBe(0)
})

it('gives every member an address that fits the sign form’s `via`', async () => {
  const slugs = (await db().member.findMany()).map(({ slug }) => slug)
  expect(slugs.filter((slug) => !/^[a-z0-9-]{1,40}$/.test(slug))).toEqual([])
})

it('has English words for everything, and a source', async () => {
  for (const row of await db().activity.findMany({ include: { texts: true, sources: true } })) {
    expect([row.slug, row.texts.some(({ locale }) => locale === 'en'), row.sources.length > 0]).toEqual([
      row.slug,
      true,
      true,
    ])
  }
  for (const row of await db().letter.findMany({ include: { texts: true } })) {
    expect([row.slug, row.texts.some(({ locale }) => locale === 'en')]).toEqual([row.slug, true])
  }
  for (const row of await db().statementClause.findMany({ include: { texts: true } })) {
    expect([row.anchor, row.texts.some(({ locale }) => locale === 'en')]).toEqual([row.anchor, true])
  }
})

it('reads the texts of every language that has a file of them, and each promised language has one', async () => {
  const names = await readdir(new URL('.', import.meta.url))
  const there = names.flatMap((name) => /^text\.(.+)\.json$/.exec(name)?.[1] ?? [])
  expect(Object.keys(readContent().texts).sort()).toEqual(there.sort())
  expect(there).toEqual(expect.arrayContaining(promised))
})

it('has words in every language promised for petitions, clauses, letters and everything that happened', async () => {
  const include = { texts: true }
  const clauses = await db().statementClause.findMany({ include })
  const rows = [
    ...petitions,
    ...clauses.map(({ version, anchor, texts }) => ({ slug: `${version} ${anchor}`, texts })),
    ...(await db().activity.findMany({ include })),
    ...(await db().letter.findMany({ include })),
  ]
  for (const { slug, texts } of rows)
    expect([slug, texts.map(({ locale }) => locale)]).toEqual([slug, expect.arrayContaining(promised)])
})

it('tells what the Security Council did since the letter of 2015, and links what can be read', async () => {
  const days = await db().activity.findMany({
    where: { slug: { startsWith: 'security-council-meeting-' } },
    select: { eventOn: true },
    orderBy: { eventOn: 'asc' },
  })
  expect(days.map(({ eventOn }) => eventOn.toISOString().slice(0, 10))).toEqual([
    '2014-12-22',
    '2015-12-10',
    '2023-08-17',
    '2024-06-12',
  ])
  const letter = await db().letter.findUniqueOrThrow({
    where: { slug: 'kim-jong-il-2011' },
    include: { sources: true },
  })
  expect(letter.sources.filter(({ url }) => url)).toHaveLength(3)
})

it('names a source for everything, and a body that publishes for every source', async () => {
  const include = { sources: true }
  const rows = [
    ...(await db().member.findMany({ include })),
    ...(await db().activity.findMany({ include })),
    ...(await db().letter.findMany({ include })),
    ...(await db().statement.findMany({ include })),
  ]
  expect(rows.filter(({ sources }) => sources.length === 0)).toEqual([])
  // An address says where something can be read, not who says it.
  const sources = await db().source.findMany()
  expect(sources.filter(({ publisher }) => publisher === '' || /\.[a-z]{2,}$/.test(publisher))).toEqual([])
  expect(sources.filter(({ url }) => url && !url.startsWith('https://'))).toEqual([])
  const unused = { members: { none: {} }, activities: { none: {} }, letters: { none: {} }, statements: { none: {} } }
  expect(await db().source.findMany({ where: unused })).toEqual([])
})

it('gives those individuals a country whose source gives one, and no others', async () => {
  const rows = await db().member.findMany({ where: { kind: 'individual' }, orderBy: { slug: 'asc' } })
  expect(rows.filter(({ country }) => country).map(({ slug, country }) => [slug, country])).toEqual([
    ['ken-kato', 'JP'],
    ['suzanne-scholte', 'US'],
    ['yuki-akimoto', 'JP'],
  ])
})

it('dates no summary by the editors as adopted by the coalition, and quotes only from the sources named', async () => {
  const rows = await db().statement.findMany({
    include: { sources: true, clauses: { include: { texts: true } } },
    orderBy: { version: 'asc' },
  })
  const dates = rows.map(({ adoptedOn, summarizedOn }) => [adoptedOn?.toISOString().slice(0, 7), summarizedOn !== null])
  expect(dates).toEqual([
    ['2011-09', true],
    ['2011-12', true],
    [undefined, true],
  ])
  // Vitit Muntarbhorn is quoted in 002 alone.
  for (const { version, sources, clauses } of rows) {
    const words = clauses.flatMap(({ texts }) => texts).filter(({ locale }) => locale === 'en')
    const quotes = words.some(({ body }) => body.includes('Muntarbhorn'))
    expect([version, quotes && !sources.some(({ key }) => key === '002')]).toEqual([version, false])
    if (version === 3) expect(quotes).toBe(true)
  }
})

it('has no petition with a goal and a count that nobody could sign here', () => {
  expect(petitions.filter(({ status }) => status !== 'open' && status !== 'draft')).toEqual([])
})

it('comes back later without touching what staff changed', async () => {
  await db().member.update({ where: { slug: 'odhikar' }, data: { slug: 'odhikar-dhaka' } })
  await db().clauseText.deleteMany({ where: { anchor: 'camps', locale: 'en' } })
  await db().memberText.deleteMany({ where: { locale: 'ja' } })
  await db().activityText.updateMany({ where: { locale: 'en' }, data: { title: 'Changed' } })
  await seedCoalition(now)
  expect(await db().member.count()).toBe(46)
  expect(await db().memberText.count({ where: { locale: 'ja' } })).toBe(14)
  expect(await db().activityText.count({ where: { locale: 'en', title: 'Changed' } })).toBe(await db().activity.count())
  expect(await db().clauseText.count({ where: { anchor: 'camps', locale: 'en' } })).toBe(2)
})
