import { expect, test } from 'vitest'
import { aPetition, confirmWaiting, signAs } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { checkMailing } from './checklist'
import { createMailing, saveMailingText } from './draft'
import { findMailing } from './find-mailing'
import { mailTest } from './test-mailing'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')

test('a draft is checked for languages, subjects, links and a test of what is saved now', async () => {
  const petition = await aPetition('checked')
  const by = await aStaffMember('editor', now)
  await signAs('checked', 'one@example.org', now, { updates: 'on' })
  await confirmWaiting(petition, now)
  const begun = await createMailing(by, petition, now)
  if (!begun.ok) throw new Error(begun.reason)
  const { id } = begun
  const save = (locale: string, revision: number, subject: string, body: string) =>
    saveMailingText(by, { id, locale, revision }, { subject, body }, now)
  const check = async () => {
    const mailing = await findMailing(by, id, now)
    if (!mailing) throw new Error('gone')
    return checkMailing(by, mailing, now)
  }
  expect(await check()).toMatchObject({ english: false, inEnglish: 100, links: [], testedAt: null })

  await save('en', 0, 'News', 'Read [it](https://example.org/a), or <https://example.org/b>.')
  await save('ko', 0, 'News '.repeat(13), 'Read [it](https://example.org/a).')
  const first = await check()
  expect(first).toMatchObject({ english: true, inEnglish: 0, long: ['ko'], testedAt: null, changedSince: false })
  expect(first.missing).not.toContain('ko')
  expect(first.links).toEqual([
    { href: 'https://example.org/a', absent: [] },
    { href: 'https://example.org/b', absent: ['ko'] },
  ])

  await mailTest(by, id, now)
  expect(await check()).toMatchObject({ testedAt: now, changedSince: false })
  // Somebody else has not seen it.
  const mailing = await findMailing(by, id, now)
  if (mailing)
    expect(await checkMailing(await aStaffMember('owner', now), mailing, now)).toMatchObject({ testedAt: null })
  await save('ko', 1, 'News', 'Read nothing.')
  expect(await check()).toMatchObject({ testedAt: now, changedSince: true, long: [] })
})
