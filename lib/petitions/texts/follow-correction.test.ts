import { expect, test } from 'vitest'
import { approve } from '@/lib/approval-decisions/decide'
import { db } from '@/lib/db'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { findForAdmin } from '../admin/find-for-admin'
import type { PetitionWords } from './petition-words'
import { requestPublication } from './publish-text'
import { saveDraft } from './save-draft'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')
const words = { title: 'A call', call: 'We call.', addressee: 'The Council', asks: 'Act.', body: 'Why.', story: '' }

/** A petition in English; its Korean follows the English, its French no longer, its Russian was only ever published. */
async function translated(slug: string) {
  const id = await aPetition(slug)
  const by = await aStaffMember('editor', now)
  const save = async (locale: string, matches: number | null, more: Partial<PetitionWords> = {}) => {
    const { revision = 0 } = (await findForAdmin(by, id))?.languages.find((one) => one.locale === locale) ?? {}
    const saving = { petitionId: id, locale, expectedVersion: revision, matches, conflictId: null }
    const saved = await saveDraft(by, { ...saving, words: { ...words, ...more } }, now)
    return saved.ok ? saved.revision : 0
  }
  const outdated = async () =>
    (await findForAdmin(by, id))?.languages.flatMap((one) => (one.outdated ? [one.locale] : [])) ?? []
  await save('en', null, { call: 'We calll.' })
  await save('fr', 1, { title: 'Un appel' })
  await save('en', null, words)
  await save('ko', 2, { title: '호소' })
  const published = { petitionId: id, locale: 'ru', version: 1, publishedAt: now, sha256: Buffer.alloc(32) }
  const { story: _, ...text } = words
  await db().petitionText.create({ data: { ...published, ...text, asks: ['Act.'] } })
  return { id, by, save, outdated }
}

async function publish(id: string, expectedVersion: number, correction: boolean): Promise<void> {
  const [first, second] = [await aStaffMember('editor', now), await aStaffMember('editor', now)]
  const asked = await requestPublication(
    first,
    { petitionId: id, locale: 'en', expectedVersion, version: 1, correction, reason: '' },
    now,
  )
  if (!asked.ok || !asked.approval) throw new Error('not asked')
  expect(await approve(second, asked.approval, now)).toMatchObject({ ok: true })
}

test('after a small correction of the English, the translations that followed it follow it still', async () => {
  const { id, by, save, outdated } = await translated('corrected')
  const before = await outdated()
  expect(before).toEqual(expect.arrayContaining(['fr']))
  expect(before).not.toContain('ko')
  const revision = await save('en', null, { body: 'Why?' })
  expect(await outdated()).toContain('ko')
  await publish(id, revision, true)
  expect(await outdated()).toEqual(before.filter((one) => one !== 'ru'))
  const korean = (await findForAdmin(by, id))?.languages.find(({ locale }) => locale === 'ko')
  expect(korean).toMatchObject({ revision: 1, sourceRevision: revision, words: { title: '호소' } })
  const [entry] = await db().auditEntry.findMany({
    where: { verb: 'petition.publish_text', subject: `petition:${id}` },
  })
  expect(entry?.detail).toContain('"correction":"yes"')
})

test('after any other change they are out of date', async () => {
  const { id, save, outdated } = await translated('changed')
  const revision = await save('en', null, { body: 'Because.' })
  await publish(id, revision, false)
  expect(await outdated()).toEqual(expect.arrayContaining(['ko', 'fr', 'ru']))
})
