import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { aMember } from '@/test/a-member'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { nameSubjects } from './name-subjects'

useDatabase()

test('things are named in the reader’s language, else in English', async () => {
  const id = await aPetition('harbour-lights')
  const subject = `petition:${id}`
  expect([...(await nameSubjects([subject, subject], 'ko'))]).toEqual([[subject, { title: 'A call', language: 'en' }]])
  const english = await db().petitionText.findFirstOrThrow({ where: { petitionId: id } })
  await db().petitionText.create({ data: { ...english, locale: 'ko', title: '부름', sha256: Buffer.alloc(32, 1) } })
  await db().petitionText.create({
    data: { ...english, locale: 'ko', version: 2, title: '새 부름', sha256: Buffer.alloc(32, 2) },
  })
  expect((await nameSubjects([subject], 'ko')).get(subject)).toEqual({ title: '새 부름', language: 'ko' })
  expect((await nameSubjects([subject], 'ja')).get(subject)).toEqual({ title: 'A call', language: 'en' })
})

test('of several kinds each, and nothing of what is gone, of a signature or of what is no subject', async () => {
  await aMember('harbour-forum')
  const { id, email } = await aStaffMember('editor', new Date())
  const { id: member, name } = await db().member.findUniqueOrThrow({ where: { slug: 'harbour-forum' } })
  const named = await nameSubjects(
    [
      `member:${member}`,
      `staff:${id}`,
      `petition:${randomUUID()}`,
      'signature:iS2p0aWfB7-sYhhJ',
      'petition:not-an-id',
      "delivery:'; DROP TABLE petition --.office",
      'constructor:x',
      'statement:3',
      '',
    ],
    'en',
  )
  expect(Object.fromEntries(named)).toEqual({
    [`member:${member}`]: { title: name, language: null },
    [`staff:${id}`]: { title: email, language: null },
  })
})
