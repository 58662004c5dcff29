import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { aMember } from '@/test/a-member'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { findThings } from './find-things'
import { listSuggestions } from './list-suggestions'
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
  const kindsFor = async (by: typeof owner) => (await findThings(by, 'harbour', 'en')).map(({ kind }) => kind)
  expect(await kindsFor(owner)).toEqual(['petition', 'member', 'staff'])
  expect(await kindsFor(editor)).toEqual(['petition', 'member'])
  const person = { id: editor.id, name: 'Minji Kim (harbour@example.org)' }
  expect(await findThings(owner, 'kim minji', 'en')).toEqual([{ kind: 'staff', things: [person], more: false }])
  const [petitions] = await findThings(owner, 'harbour', 'en')
  expect(petitions?.things).toHaveLength(1)
})

test('twenty of a kind are shown, those that begin with the text first, and it says that there are more', async () => {
  for (let i = 0; i < 21; i += 1) await aMember(`an-organisation-${i}`)
  await aMember('organisation-zz')
  const owner = await aStaffMember('owner', now)
  const [members] = await findThings(owner, 'organisation', 'en')
  expect(members).toMatchObject({ kind: 'member', more: true })
  expect(members?.things).toHaveLength(20)
  expect(members?.things[0]?.name).toBe('organisation-zz')
})

test('suggests the titles of what a role may read, in the reader’s language and in English, and no colleague', async () => {
  const id = await aPetition('suggested-lights')
  const of = { petitionId: id, version: 1, call: 'c', addressee: 'a', asks: ['x'], body: 'b', publishedAt: now }
  await db().petitionText.create({ data: { ...of, locale: 'ko', title: '제안된 등불', sha256: Buffer.alloc(32, 7) } })
  const editor = await aStaffMember('editor', now)
  const suggested = async (language: string) => {
    const kinds = await listSuggestions(editor, language)
    return kinds.find(({ kind }) => kind === 'petition')?.things.find((one) => one.id === id)
  }
  expect(await suggested('ko')).toEqual({ id, name: '제안된 등불', english: 'A call' })
  expect(await suggested('en')).toEqual({ id, name: 'A call', english: undefined })
  expect(await suggested('ja')).toEqual({ id, name: 'A call', english: undefined })
  expect((await listSuggestions(editor, 'ko')).map(({ kind }) => kind)).not.toContain('staff')
  const found = async (language: string) =>
    (await findThings(editor, '등불', language)).flatMap(({ things }) => things.map((one) => [one.id, one.name]))
  expect(await found('en')).toEqual([[id, 'A call']])
  expect(await found('ko')).toEqual([[id, '제안된 등불']])
})
