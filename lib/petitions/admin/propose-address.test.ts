import { expect, test } from 'vitest'
import { noWords } from '@/lib/petitions/texts/petition-words'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { beginPetition } from './begin-petition'
import { findForAdmin } from './find-for-admin'
import { proposeAddress } from './propose-address'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')

test('is the address that the petition gets, also where the first is taken; none for a title without Latin letters', async () => {
  const editor = await aStaffMember('editor', now)
  for (const expected of ['let-them-write', 'let-them-write-2']) {
    expect(await proposeAddress(editor, 'Let them write!')).toBe(expected)
    const begun = await beginPetition(editor, { ...noWords, title: 'Let them write!', goal: '100' }, now)
    if (!begun.ok) throw new Error('the petition was not begun')
    expect((await findForAdmin(editor, begun.id))?.petition.slug).toBe(expected)
  }
  expect(await proposeAddress(editor, '편지를 허하라')).toBeNull()
  await expect(proposeAddress(await aStaffMember('auditor', now), 'Let them write')).rejects.toThrow('may not')
})
