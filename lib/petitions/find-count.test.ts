import { expect, it } from 'vitest'
import { db } from '@/lib/db'
import { append } from '@/lib/ledger/append'
import { confirmedSignatures, retractSignature } from '@/test/a-ledger'
import { aPetition } from '@/test/a-petition'
import { useDatabase } from '@/test/use-database'
import { entryMark } from './entry-mark'
import { findCount } from './find-count'

useDatabase()

const now = new Date('2026-03-01T12:00:00Z')

async function marksOf(petitionId: string): Promise<string[]> {
  const rows = await db().signature.findMany({ where: { petitionId }, orderBy: { leafIndex: 'desc' } })
  return rows.map(({ commitment }) => entryMark(commitment))
}

it('names the newest entries with the count that includes them, and no retraction', async () => {
  const id = await aPetition('newest')
  expect(await findCount('newest')).toMatchObject({ count: 0, newest: [] })
  await confirmedSignatures(id, 3, now)
  expect(await findCount('newest')).toMatchObject({ count: 0, newest: [] })
  await append(now)
  await retractSignature(id, [1])
  await append(now)
  const marks = await marksOf(id)
  expect(marks.every((mark) => /^[\w-]{6}$/.test(mark))).toBe(true)
  expect(await findCount('newest')).toMatchObject({ count: 2, newest: marks })
})

it('names three hundred of many', async () => {
  const id = await aPetition('many')
  await confirmedSignatures(id, 310, now)
  await append(now)
  expect((await findCount('many'))?.newest).toEqual((await marksOf(id)).slice(0, 300))
})
