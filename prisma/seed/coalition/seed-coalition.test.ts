import { expect, it } from 'vitest'
import { db } from '@/lib/db'
import { useDatabase } from '@/scripts/testing/use-database'
import { seedCoalition } from './seed-coalition'

useDatabase()

const now = new Date('2026-11-21T12:00:00Z')

it('holds the whole list of 2011, and says of nobody more than the list does', async () => {
  await seedCoalition(now)
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

it('comes back later without touching what staff changed', async () => {
  await db().member.update({ where: { slug: 'odhikar' }, data: { slug: 'odhikar-dhaka' } })
  await db().clauseText.deleteMany({ where: { anchor: 'camps', locale: 'en' } })
  await db().activityText.updateMany({ where: { locale: 'en' }, data: { title: 'Changed' } })
  await seedCoalition(now)
  expect(await db().member.count()).toBe(46)
  expect(await db().activityText.count({ where: { locale: 'en', title: 'Changed' } })).toBe(await db().activity.count())
  expect(await db().clauseText.count({ where: { anchor: 'camps', locale: 'en' } })).toBe(2)
})
