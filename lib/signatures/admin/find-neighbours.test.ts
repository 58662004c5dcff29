import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { aPetition, confirmWaiting, signAs } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { findNeighbours } from './find-neighbours'
import { listSignatures } from './list-signatures'
import { keyText } from './signature-key'

useDatabase()
const now = new Date('2026-11-20T12:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000)

test('the neighbours of a signature are those of the list, in its order, whichever page it is on', async () => {
  const petition = await aPetition('beside')
  for (let i = 0; i < 5; i += 1) await signAs('beside', `p${i}@example.org`, later(i), i === 2 ? { country: 'JP' } : {})
  await confirmWaiting(petition, later(60))
  const by = await aStaffMember('moderator', now)
  for (const sort of ['newest', 'oldest'] as const) {
    const filter = { petition, country: 'KR' }
    const keys = (await listSignatures(by, filter, null, sort)).rows.map(({ key }) => key)
    expect(keys).toHaveLength(4)
    for (const [i, key] of keys.entries())
      expect(await findNeighbours(by, { filter, sort }, key)).toEqual({
        previous: keys[i - 1] ?? null,
        next: keys[i + 1] ?? null,
      })
    // One that is not in the list has the two between which it would be.
    const other = keyText(await db().signature.findFirstOrThrow({ where: { country: 'JP' } }))
    expect(await findNeighbours(by, { filter, sort }, other)).toEqual({ previous: keys[1], next: keys[2] })
  }
})

test('nothing of nobody, of who has not appealed in the order of appeals, or for who may not list', async () => {
  const none = { previous: null, next: null }
  const by = await aStaffMember('moderator', now)
  const key = keyText(await db().signature.findFirstOrThrow())
  expect(await findNeighbours(by, { filter: {}, sort: 'appeal' }, key)).toEqual(none)
  expect(await findNeighbours(by, { filter: {}, sort: 'newest' }, 'nonsense')).toEqual(none)
  expect(await findNeighbours(by, { filter: {}, sort: 'newest' }, 'A'.repeat(64))).toEqual(none)
  const editor = await aStaffMember('editor', now)
  await expect(findNeighbours(editor, { filter: {}, sort: 'newest' }, key)).rejects.toThrow('may not')
})
