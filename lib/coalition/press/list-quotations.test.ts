import { beforeAll, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { seedCoalition } from '@/prisma/seed/coalition/seed-coalition'
import { useDatabase } from '@/test/use-database'
import { listQuotations } from './list-quotations'

useDatabase()

beforeAll(() => seedCoalition(new Date('2026-11-21T12:00:00Z')), 60_000)

it('quotes those who called for the inquiry, its finding and what followed, each with its source', async () => {
  const quoted = (await listQuotations()).map(({ speaker, source, view }) => [speaker, source === view.key])
  expect(quoted).toEqual([
    ['European Parliament, resolution of 8 July 2010', true],
    ['Vitit Muntarbhorn', true],
    ['Lord Alton', true],
    ['Phil Robertson', true],
    ['Ha Tae Keung', true],
    ['Souhayr Belhassen', true],
    ['Benedict Rogers', true],
    ['179 people who escaped from North Korea', true],
    ['Commission of Inquiry on human rights in the DPRK', true],
    ['Volker Türk', true],
  ])
  await db().source.delete({ where: { key: '000' } })
  expect((await listQuotations()).map(({ speaker }) => speaker)).not.toContain('Lord Alton')
})
