import { expect, it } from 'vitest'
import { aPetition } from '@/test/a-petition'
import { aScan, aSheet } from '@/test/a-sheet'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { countSheet } from './count-sheet'
import { enterSheet } from './enter-sheet'
import { findNextSheet } from './find-next-sheet'
import { findSheet } from './find-sheet'
import { readSheet } from './read-sheet'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')
const minute = (n: number) => new Date(now.getTime() + n * 60_000)

it('leads through the sheets that the person may count, from each to the one entered after it, and round', async () => {
  const petition = await aPetition('next')
  const [ann, ben] = [await aStaffMember('moderator', now), await aStaffMember('owner', now)]
  const ids = []
  for (const n of [1, 2, 3]) ids.push(await aSheet(ann, petition, 5, minute(n)))
  const [first = '', second = '', third = ''] = ids
  const after = (id: string, n: number) => findNextSheet(ben, { id, enteredAt: minute(n) })
  expect(await after(first, 1)).toEqual({ id: second, waiting: 2 })
  expect(await after(third, 3)).toEqual({ id: first, waiting: 2 })
  // The person who entered them has counted them.
  expect(await findNextSheet(ann, { id: first, enteredAt: minute(1) })).toBeNull()
  // Different numbers: both count again.
  await countSheet(ben, second, 1, 6, minute(4))
  expect(await findNextSheet(ann, { id: first, enteredAt: minute(1) })).toEqual({ id: second, waiting: 1 })
  await countSheet(ben, second, 2, 5, minute(4))
  expect(await after(first, 1)).toEqual({ id: third, waiting: 1 })
  await expect(findNextSheet(await aStaffMember('auditor', now), { id: first, enteredAt: now })).rejects.toThrow(
    'may not',
  )
})

it('is also one that was entered without its number, for both who are to count it, in any order', async () => {
  const petition = await aPetition('uncounted')
  const [ann, ben] = [await aStaffMember('moderator', now), await aStaffMember('owner', now)]
  const other = await aSheet(ann, petition, 5, minute(60))
  const typed = { petition, place: 'Geneva', collector: 'Test Collector', signedOn: '2026-11-20', signatures: ' ' }
  const read = readSheet(typed, now)
  if (!read.ok) throw new Error('the form was not read')
  const entered = await enterSheet(ann, read.form, aScan(), minute(61))
  const id = entered.ok ? entered.id : ''
  expect(await findSheet(ann, id)).toMatchObject({ yours: true, waitsFor: 'both', rounds: [] })
  for (const one of [ann, ben])
    expect(await findNextSheet(one, { id: other, enteredAt: minute(60) })).toMatchObject({ id })
  expect(await countSheet(ben, id, 1, 9, minute(62))).toEqual({ ok: true, became: 'waiting' })
  expect(await findSheet(ann, id)).toMatchObject({ yours: true, waitsFor: 'first' })
  expect(await countSheet(ann, id, 1, 9, minute(63))).toEqual({ ok: true, became: 'approved' })
})
