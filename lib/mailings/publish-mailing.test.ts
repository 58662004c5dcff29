import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { petitionFeed } from '@/lib/web/feeds/petition-feed'
import type { Locale } from '@/messages/translator'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { withApproval } from '@/test/with-approval'
import { createMailing, saveMailingText } from './draft'
import { listPublicMailings } from './list-public-mailings'
import { hideMailing, requestPublicMailing } from './publish-mailing'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')

test('a mailing that was sent stands on the petition’s page once two people want it, in its languages', async () => {
  const petition = await aPetition('told')
  const [editor, owner] = [await aStaffMember('editor', now), await aStaffMember('owner', now)]
  const begun = await createMailing(editor, petition, now)
  if (!begun.ok) throw new Error(begun.reason)
  const { id } = begun
  const write = (locale: string, subject: string) =>
    saveMailingText(editor, { id, locale, revision: 0 }, { subject, body: 'It was **heard**.' }, now)
  await write('en', 'Outcome')
  await write('ko', '결과')
  // Nobody has been told yet.
  expect(await requestPublicMailing(editor, id, 'x', now)).toEqual({ ok: false, reason: 'changed' })
  await db().mailing.update({ where: { id }, data: { stage: 'done', startedAt: now, startedBy: editor.id } })

  const asked = await Promise.all([1, 2].map(() => requestPublicMailing(editor, id, 'x', now)))
  expect(asked.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await listPublicMailings(petition, 'en')).toEqual([])
  const [one] = asked.filter((result) => result.ok)
  const { content } = await db().approval.findUniqueOrThrow({ where: { id: one?.approval ?? '' } })
  expect(content).toContain('It was **heard**.')
  expect(await withApproval(Promise.resolve(one ?? { ok: false, reason: '' }), owner, now)).toEqual({ ok: true })

  const subjects = async (locale: string) =>
    (await listPublicMailings(petition, locale)).map((found) => [found.locale, found.subject])
  expect(await subjects('en')).toEqual([['en', 'Outcome']])
  expect(await subjects('ko')).toEqual([['ko', '결과']])
  expect(await subjects('fr')).toEqual([['en', 'Outcome']])
  const inFeed = async (locale: Locale, subject: string) =>
    (await petitionFeed('told', locale, now))?.entries.find(({ title }) => title === subject)
  const entry = { text: expect.stringMatching(/\n\nIt was heard\.$/) }
  expect(await inFeed('ko', '결과')).toMatchObject({
    ...entry,
    locale: 'ko',
    url: expect.stringMatching(`/ko/updates/${id}$`),
  })
  // Said in English where the reader's language has no text, and said to be English.
  const inArabic = { ...entry, locale: 'en', url: expect.stringMatching(`/ar/updates/${id}$`) }
  expect(await inFeed('ar', 'Outcome')).toMatchObject(inArabic)

  await expect(hideMailing(await aStaffMember('moderator', now), id, 'x', now)).rejects.toThrow('may not')
  expect(await hideMailing(editor, id, 'wrong day', now)).toEqual({ ok: true })
  expect(await hideMailing(editor, id, 'wrong day', now)).toEqual({ ok: false, reason: 'changed' })
  expect(await inFeed('ko', '결과')).toBeUndefined()
})
