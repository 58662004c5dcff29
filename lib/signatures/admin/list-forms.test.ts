import { expect, test } from 'vitest'
import { aPetition, confirmWaiting, signAs } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { findSignature } from './find-signature'
import { listForms } from './list-forms'
import { listSignatures } from './list-signatures'

useDatabase()

const now = new Date()

test('the key of a pending form leads to all forms of that person, and to the signature once one is confirmed', async () => {
  const id = await aPetition('pending')
  await signAs('pending', 'one@example.org', now, { name: 'First' })
  await signAs('pending', 'one@example.org', new Date(now.getTime() + 1000), { name: 'Second', country: 'DE' })
  const by = await aStaffMember('auditor', now)
  const [row] = (await listSignatures(by, { petition: id, state: 'pending' })).rows
  const key = row?.key ?? ''
  await signAs('pending', 'other@example.org', now)
  expect((await listForms(by, key)).map(({ key: own, country }) => [own, country])).toEqual([
    [key, 'DE'],
    [key, 'KR'],
  ])
  expect(await findSignature(by, key)).toBeNull()

  await confirmWaiting(id, now)
  expect(await listForms(by, key)).toEqual([])
  expect(await findSignature(by, key)).toMatchObject({ state: 'confirmed' })
})

test('a text that is no key leads nowhere, and editors cannot look', async () => {
  expect(await listForms(await aStaffMember('owner', now), 'x')).toEqual([])
  await expect(listForms(await aStaffMember('editor', now), 'x')).rejects.toThrow('may not')
})
