import { expect, test } from 'vitest'
import { type AskedList, readListQuery } from '@/lib/signatures/admin/list-query'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { heldSignatures } from '@/test/held-signatures'
import { useDatabase } from '@/test/use-database'
import { findAllThatMatch } from './all-that-match'

useDatabase()

const now = new Date('2026-11-28T10:00:00Z')

function list(query: Record<string, string>): AskedList {
  const asked = readListQuery(query)
  if (!asked.ok) throw new Error(JSON.stringify(asked.errors))
  return asked
}

test('all that match are counted for whoever can act on them, where a rule can be made and a page does not show them', async () => {
  const [id, other] = [await aPetition('one'), await aPetition('other')]
  const people = ['a', 'b', 'c'].map((name) => ({ name, email: `${name}@b.example` }))
  await heldSignatures(id, people, now)
  const petitions = [{ id }, { id: other }]
  const [moderator, auditor] = [await aStaffMember('moderator', now), await aStaffMember('auditor', now)]
  const several = { petitions, isAll: false }
  const held = list({ petition: id, state: 'held' })
  expect(await findAllThatMatch(moderator, held, several)).toEqual({ is: 'counted', many: 3 })
  expect(await findAllThatMatch(moderator, list({ state: 'held' }), several)).toEqual({ is: 'no_rule' })
  expect(await findAllThatMatch(moderator, held, { petitions, isAll: true })).toEqual({ is: 'not_offered' })
  expect(await findAllThatMatch(auditor, held, several)).toEqual({ is: 'not_offered' })
})
