import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { findForAdmin } from './admin/find-for-admin'
import { listPetitionNames } from './list-petition-names'

useDatabase()

test('a petition is named in the reader’s language where a text in it is published, else in English, else by its address', async () => {
  const id = await aPetition('named')
  const words = { call: 'c', addressee: 'a', asks: ['x'], body: 'b', publishedAt: new Date('2026-02-01T00:00:00Z') }
  const korean = (version: number, title: string) =>
    db().petitionText.create({
      data: { ...words, petitionId: id, locale: 'ko', version, title, sha256: Buffer.alloc(32, version) },
    })
  await korean(1, '먼저')
  await korean(2, '부름')
  await db().petition.create({ data: { id: randomUUID(), slug: 'unwritten', goal: 100, status: 'draft' } })
  const named = async (reader: string) =>
    (await listPetitionNames(reader)).map(({ title, language }) => [title, language])
  expect(await named('ko')).toEqual(
    expect.arrayContaining([
      ['부름', 'ko'],
      ['unwritten', null],
    ]),
  )
  expect(await named('ja')).toEqual(
    expect.arrayContaining([
      ['A call', 'en'],
      ['unwritten', null],
    ]),
  )
  expect(await named('en')).toEqual(await named('ja'))
  const owner = await aStaffMember('owner', new Date())
  expect((await findForAdmin(owner, id, 'ko'))?.name).toBe('부름')
  expect((await findForAdmin(owner, id, 'ja'))?.name).toBe('A call')
})
