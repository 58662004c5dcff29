import { expect, test } from 'vitest'
import { db, pool } from '@/lib/db'
import { append } from '@/lib/ledger/append'
import { confirmedSignatures } from '@/test/a-ledger'
import { aPetition } from '@/test/a-petition'
import { useDatabase } from '@/test/use-database'
import { countFacets } from './count-facets'

useDatabase()

const now = new Date('2026-03-01T12:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)

async function totals(petitionId: string) {
  const where = { petitionId, facet: { not: 'text' } }
  const rows = await db().facetTotal.findMany({ where, orderBy: [{ facet: 'asc' }, { code: 'asc' }] })
  return rows.map(({ facet, code, net }) => `${facet} ${code} ${net}`)
}

test('recounts once the count has changed; of two workers one does it', async () => {
  const id = await aPetition('facets')
  expect(await countFacets(now)).toBe(false)
  await confirmedSignatures(id, 5, now)
  await append(now)
  await confirmedSignatures(id, 1, now)
  await pool().query(
    `UPDATE signature SET locale = 'ko', via = 'a-member' WHERE (petition_id, email_index) IN (
       SELECT petition_id, email_index FROM signature WHERE state = 'counted' LIMIT 2)`,
  )
  expect((await Promise.all([countFacets(later(1)), countFacets(later(1))])).filter(Boolean).length).toBeGreaterThan(0)
  expect(await totals(id)).toEqual(['language en 3', 'language ko 2', 'member  3', 'member a-member 2'])
  expect(await countFacets(later(2))).toBe(false)
  await append(later(3))
  expect(await countFacets(later(4))).toBe(true)
  expect(await totals(id)).toContain('language en 4')
})

test('counts versions of the text where a release without them counted last, until the rows are purged', async () => {
  const id = await aPetition('versions')
  await confirmedSignatures(id, 3, now)
  await append(now)
  expect(await countFacets(now)).toBe(true)
  const texts = () => db().facetTotal.count({ where: { petitionId: id, facet: 'text', net: 3 } })
  await db().facetTotal.deleteMany({ where: { facet: 'text' } })
  expect([await countFacets(later(1)), await texts()]).toEqual([true, 1])
  expect(await countFacets(later(2))).toBe(false)
  await db().facetTotal.deleteMany({ where: { facet: 'text' } })
  await db().signature.deleteMany()
  expect(await countFacets(later(3))).toBe(false)
  expect(await totals(id)).toContain('language en 3')
})
