import { expect, test } from 'vitest'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { findSelection, keepSelection } from './selection'

useDatabase()

test('what was ticked is kept for its session alone', async () => {
  const now = new Date('2026-11-29T12:00:00Z')
  const [moderator, other] = [await aStaffMember('moderator', now), await aStaffMember('moderator', now)]
  const selection = { list: 'state=held', keys: ['a', 'b'], verb: 'release' }
  const id = await keepSelection(moderator, selection, now)
  expect(await findSelection(moderator, id)).toEqual(selection)
  expect(await findSelection(other, id)).toBeNull()
  expect(await findSelection(moderator, 'none')).toBeNull()
})
