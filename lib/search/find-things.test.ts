import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { aMember } from '@/test/a-member'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { findThings } from './find-things'
import { isSearchable, textMatches } from './text-matches'

useDatabase()
const now = new Date()

test('words may be in any order, without accents, and are prefixes or, from three letters on, parts', () => {
  expect(textMatches(['Médecins sans frontières'], 'sans MEDECINS')).toBe(true)
  expect(textMatches(['Médecins sans frontières'], 'tiere')).toBe(true)
  expect(textMatches(['Médecins sans frontières'], 'an')).toBe(false)
  expect(textMatches(['안전보장이사회는 행동하라'], '이사회')).toBe(true)
  expect(textMatches(['one'], ' . ')).toBe(false)
  expect(['a', 'ab', '안', ' ', '-.'].map(isSearchable)).toEqual([false, true, true, false, false])
})

test('each role finds what it may read, by kind; nothing of a signer', async () => {
  await aPetition('harbour-lights')
  await aMember('harbour-forum')
  const owner = await aStaffMember('owner', now)
  const editor = await aStaffMember('editor', now)
  await db().user.update({
    where: { id: editor.id },
    data: { email: 'harbour@example.org', name: 'Minji Kim', nameFolded: 'minji kim' },
  })
  const kindsFor = async (by: typeof owner) => (await findThings(by, 'harbour')).map(({ kind }) => kind)
  expect(await kindsFor(owner)).toEqual(['petition', 'member', 'staff'])
  expect(await kindsFor(editor)).toEqual(['petition', 'member'])
  const person = { id: editor.id, name: 'Minji Kim (harbour@example.org)' }
  expect(await findThings(owner, 'kim minji')).toEqual([{ kind: 'staff', things: [person], more: false }])
  const [petitions] = await findThings(owner, 'harbour')
  expect(petitions?.things).toHaveLength(1)
})

test('twenty of a kind are shown, those that begin with the text first, and it says that there are more', async () => {
  for (let i = 0; i < 21; i += 1) await aMember(`an-organisation-${i}`)
  await aMember('organisation-zz')
  const owner = await aStaffMember('owner', now)
  const [members] = await findThings(owner, 'organisation')
  expect(members).toMatchObject({ kind: 'member', more: true })
  expect(members?.things).toHaveLength(20)
  expect(members?.things[0]?.name).toBe('organisation-zz')
})
