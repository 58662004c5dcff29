import { beforeAll, describe, expect, test } from 'vitest'
import { advanceBulkActions } from '@/lib/bulk-actions/advance-bulk-actions'
import { createBulkAction } from '@/lib/bulk-actions/create-bulk-action'
import { readRule } from '@/lib/bulk-actions/rule'
import { db, pool } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'
import { seedDemo } from '@/prisma/seed/demo/seed-demo'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { condition, type Filter, readFilter } from './filter'
import { type From, readCursor, type Sort } from './list-order'
import { listSignatures } from './list-signatures'
import { waitingForms } from './signature-row'

useDatabase()

const now = new Date()
let petition: string
let empty: string

beforeAll(async () => {
  petition = await aPetition('listed')
  empty = await aPetition('empty')
  await seedDemo('listed', 4_000, now)
  // Some that were received at the same moment, and some that are confirmed but not yet counted.
  await pool().query(`UPDATE signature SET received_at = date_trunc('day', received_at) WHERE country = 'JP'`)
  await pool().query(
    `UPDATE signature SET state = 'confirmed', counted_at = NULL, leaf_index = NULL
     WHERE state = 'counted' AND locale = 'ko' AND country = 'KR'`,
  )
})

const queries: Record<string, string>[] = [
  {},
  { country: 'KR' },
  { country: 'JP', state: 'counted' },
  { state: 'pending' },
  { state: 'confirmed', locale: 'ko' },
  { state: 'held', appealed: 'yes' },
  { state: 'removed', comment: 'no' },
  { state: 'withdrawn', comment: 'yes', locale: 'en' },
  { signal: 'busy_domain', country: 'MD' },
  { signal: 'trap', state: 'held' },
  { signal: 'any', state: 'held', locale: 'ko' },
  { appealed: 'yes' },
  { via: 'nobody' },
  { comment: 'no' },
  {
    from: new Date(now.getTime() - 30 * 86_400_000).toISOString().slice(0, 16),
    to: now.toISOString().slice(0, 10),
    locale: 'fr',
  },
  { locale: 'pt-BR' },
]

function filterOf(query: Record<string, string>): Filter {
  const read = readFilter(query)
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  return read.filter
}

/** The expected content of the pages, computed without any index. */
async function plainly(query: Record<string, string>, sort: Sort): Promise<string[]> {
  const way = sort === 'newest' ? 'DESC' : 'ASC'
  const rows = await db().$queryRaw<{ index: Buffer; at: Date; appealed: Date | null }[]>`
    SELECT email_index AS index, received_at AS at, appealed_at AS appealed FROM ${query.state === 'pending' ? waitingForms : Prisma.sql`signature`} s WHERE ${condition(filterOf(query))}`
  const time = (row: (typeof rows)[number]) => Number(sort === 'appeal' ? row.appealed : row.at)
  const sorted = rows
    .filter((row) => sort !== 'appeal' || row.appealed)
    .sort((a, b) => time(a) - time(b) || Buffer.compare(a.index, b.index))
  if (way === 'DESC') sorted.reverse()
  return sorted.map(({ index }) => Buffer.from(index).toString('hex'))
}

describe.each(['newest', 'oldest', 'appeal'] as const)('%s', (sort) => {
  test.each(queries)('lists every match once, in order, page after page, and back the same way: %j', async (query) => {
    const by = await aStaffMember('auditor', now)
    const expected = await plainly(query, sort)
    const pages: string[][] = []
    const look = async (from: From) => {
      const { rows, next, previous } = await listSignatures(by, filterOf(query), from, sort)
      const indexes = rows.map(({ key }) => Buffer.from(key, 'base64url').subarray(16).toString('hex'))
      return { indexes, after: next && readCursor(next), before: previous && readCursor(previous) }
    }
    let page = await look(null)
    expect(page.before).toBeNull()
    pages.push(page.indexes)
    while (page.after && pages.length < 50) {
      page = await look({ after: page.after })
      pages.push(page.indexes)
    }
    expect(pages.flat()).toEqual(expected.slice(0, 1_000))
    for (const same of pages.slice(0, -1).toReversed()) {
      if (!page.before) throw new Error('there is no way back')
      page = await look({ before: page.before })
      expect(page.indexes).toEqual(same)
    }
    expect(page.before).toBeNull()
  })
})

test('a small petition is listed without scanning all of a large one', async () => {
  expect((await listSignatures(await aStaffMember('owner', now), filterOf({ petition: empty }), null)).rows).toEqual([])
})

test.each(queries.slice(1))(
  'a rule counts exactly what the list shows of the states it starts from: %j',
  async (query) => {
    const by = await aStaffMember('moderator', now)
    const read = readRule({ petition, ...query })
    if (!read.ok) throw new Error(read.reason)
    const act = (await createBulkAction(by, 'remove', 'fraud', read.rule, new Date())) ?? ''
    while (await advanceBulkActions(new Date()));
    const items = await db().bulkItem.findMany({ where: { bulkActionId: act } })
    const rows = await db().$queryRaw<{ index: Buffer }[]>`
    SELECT email_index AS index FROM signature s WHERE ${condition(filterOf({ petition, ...query }))}
      AND state IN ('confirmed', 'counted', 'held')`
    const hex = (indexes: Uint8Array[]) => indexes.map((index) => Buffer.from(index).toString('hex')).sort()
    expect(hex(items.map(({ emailIndex }) => emailIndex))).toEqual(hex(rows.map(({ index }) => index)))
    expect(await db().bulkAction.findUnique({ where: { id: act } })).toMatchObject({
      stage: 'ready',
      total: rows.length,
    })
  },
)
