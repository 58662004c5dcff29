import { expect, test } from 'vitest'
import { createMailing } from '@/lib/mailings/draft'
import { beginPetition } from '@/lib/petitions/admin/begin-petition'
import { saveDraft } from '@/lib/petitions/texts/save-draft'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { findEditorWork } from './find-editor-work'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')
const words = { title: 'A call', call: 'We call.', addressee: 'The Council', asks: 'Act.', body: 'Why.', story: '' }

test('an editor is shown what is saved and not published, what no longer follows the English, and mailings not finished', async () => {
  const by = await aStaffMember('editor', now)
  const id = await aPetition('worked-on')
  expect(await findEditorWork(by)).toEqual({ texts: [], mailings: [] })
  const saving = { petitionId: id, expectedVersion: 0, conflictId: null }
  await saveDraft(by, { ...saving, locale: 'ko', words, matches: 0 }, now)
  // The same words as the public reads.
  await saveDraft(by, { ...saving, locale: 'en', words: { ...words, body: 'Why?' }, matches: null }, now)
  expect((await findEditorWork(by)).texts).toEqual([
    { id, slug: 'worked-on', unpublished: ['en', 'ko'], outdated: ['ko'] },
  ])
  await saveDraft(by, { ...saving, expectedVersion: 1, locale: 'en', words, matches: null }, now)
  expect((await findEditorWork(by)).texts).toMatchObject([{ unpublished: ['ko'], outdated: ['ko'] }])

  const begun = await beginPetition(by, { title: 'Another', goal: '5' }, now)
  if (!begun.ok) throw new Error('not begun')
  expect((await findEditorWork(by)).texts.map(({ slug }) => slug)).toEqual(['worked-on', 'another'])
  const mailing = await createMailing(by, id, now)
  if (!mailing.ok) throw new Error(mailing.reason)
  expect((await findEditorWork(by)).mailings).toEqual([{ id: mailing.id, subject: '', stage: 'draft' }])
})
